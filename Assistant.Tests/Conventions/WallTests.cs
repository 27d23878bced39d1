using System.Text.RegularExpressions;
using Assistant.Core;

namespace Assistant.Tests.Conventions;

/// <summary>The walls between the rooms, as ARCHITECTURE.md draws them.</summary>
public sealed partial class WallTests
{
    /// <summary>What any feature may use.</summary>
    private static readonly string[] SharedRooms = ["Replies", "Delivery", "Tools", "Workspace", "Conversations", "CSharp", "Diffs", "Model", "Outgoing", "Auditing", "Settings"];

    private static readonly string[] Features = ["Ask", "Chat", "Generate", "Refactor", "BuiltIn", "Agent", "Voice", "Batches"];

    public static TheoryData<string> Rooms =>
        [.. Directory.EnumerateDirectories(Path.Combine(SourceFiles.Root, "Assistant.Core")).Select(path => Path.GetFileName(path)).Where(room => room is not ("bin" or "obj"))];

    [Fact]
    public void Core_knows_nothing_of_the_web() =>
        Assert.DoesNotContain(
            typeof(AssistantServices).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Only_the_model_room_names_the_OpenAI_package() =>
        Assert.DoesNotContain(
            Sources("Assistant.Core").Concat(Sources("Assistant.Web")).Where(path => !path.StartsWith("Assistant.Core/Model/", StringComparison.Ordinal)),
            path => OpenAI().IsMatch(SourceFiles.Read(path)));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_room_is_a_feature_or_shared(string room) => Assert.Contains(room, Features.Concat(SharedRooms));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_room_reaches_into_a_feature_but_its_own(string room) =>
        Assert.All(
            Sources($"Assistant.Core/{room}"),
            path => Assert.Empty(RoomsNamedIn(path).Intersect(Features).Except([room])));

    [Theory]
    [InlineData("Outgoing")]
    [InlineData("Auditing", "Settings")]
    [InlineData("Model", "Outgoing", "Settings")]
    [InlineData("Replies", "Model", "Delivery")]
    [InlineData("Delivery", "Model", "Replies", "Settings")]
    [InlineData("Settings")]
    [InlineData("Diffs")]
    [InlineData("CSharp")]
    [InlineData("Conversations", "Replies", "Settings")]
    [InlineData("Tools", "Replies", "Delivery", "Model")]
    [InlineData("Workspace", "Tools", "CSharp", "Diffs", "Auditing", "Settings")]
    public void A_shared_room_uses_only_what_stands_below_it(string room, params string[] below) =>
        Assert.All(
            Sources($"Assistant.Core/{room}"),
            path => Assert.Empty(RoomsNamedIn(path).Except(below).Except([room])));

    [Fact]
    public void Pages_and_endpoints_see_no_prompt_and_no_chat_client() =>
        Assert.DoesNotContain(
            Sources("Assistant.Web/Components").Concat(Sources("Assistant.Web/Endpoints")),
            path => SourceFiles.Read(path).Contains("Microsoft.Extensions.AI", StringComparison.Ordinal));

    [Fact]
    public void Parts_take_parameters_and_only_pages_talk_to_services() =>
        Assert.DoesNotContain(
            Sources("Assistant.Web/Components/Parts"),
            path => ServiceName().IsMatch(SourceFiles.Read(path)));

    private static IEnumerable<string> Sources(string folder) => SourceFiles.Under(folder, ".cs", ".razor");

    private static IEnumerable<string> RoomsNamedIn(string path) => RoomName().Matches(SourceFiles.Read(path)).Select(match => match.Groups["room"].Value);

    [GeneratedRegex(@"^\s*@?using (static )?OpenAI\b", RegexOptions.Multiline)]
    private static partial Regex OpenAI();

    [GeneratedRegex(@"\bAssistant\.Core\.(?<room>[A-Z]\w*)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\b(ReplyRunner|ConversationReplies|IConversationStore)\b|\w+Service \w+[,)]")]
    private static partial Regex ServiceName();
}
