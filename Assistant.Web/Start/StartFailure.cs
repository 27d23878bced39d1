using System.Net.Sockets;
using System.Text.RegularExpressions;
using Assistant.Core.Conversations;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Start;

/// <summary>Turns what can go wrong at start into sentences. What it has no words for is a bug of ours and keeps its stack trace.</summary>
public static partial class StartFailure
{
    public static IReadOnlyList<string> Sentences(Exception failure) => failure switch
    {
        AggregateException several when several.InnerExceptions.All(inner => Sentences(inner).Count > 0) =>
            [.. several.InnerExceptions.SelectMany(Sentences)],
        OptionsValidationException invalid => [.. invalid.Failures.Select(InPlainWords)],
        FolderInUseException inUse => [inUse.Message],
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } unreadable => [unreadable.Message],
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } unusable => [unusable.Message],
        IOException io when CauseOf(io) is { } cause => [$"{AddressIn(io)} {cause} Choose another address, as with --urls http://localhost:5081."],
        SocketException socket => [$"The address cannot be used: {socket.Message}. Choose another one, as with --urls http://localhost:5081."],
        _ => [],
    };

    /// <summary>Data annotations wrap the sentence in the name of our class, which is nothing to the person who mistyped a setting.</summary>
    private static string InPlainWords(string failure) =>
        AnnotationFailure().Match(failure) is { Success: true } match ? match.Groups["sentence"].Value : failure;

    private static string? CauseOf(IOException failure) => failure.InnerException switch
    {
        AddressInUseException => "is already in use by another program.",
        AggregateException or SocketException => "cannot be listened on.",
        _ => null,
    };

    private static string AddressIn(IOException failure) =>
        AddressText().Match(failure.Message) is { Success: true } match ? match.Value : "The address";

    [GeneratedRegex("^DataAnnotation validation failed for .* with the error: '(?<sentence>.*)'\\.$", RegexOptions.Singleline)]
    private static partial Regex AnnotationFailure();

    [GeneratedRegex(@"https?://[^\s]*[^\s:.]")]
    private static partial Regex AddressText();
}
