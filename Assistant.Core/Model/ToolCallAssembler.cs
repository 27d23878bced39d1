using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.Core.Model;

/// <summary>
/// Puts tool calls together from the pieces they arrive in. Endpoints differ: pieces come with an index, with none, or all with index 0; an id may be
/// missing, split or another one each time; arguments are text or an object, in pieces or whole.
/// </summary>
internal sealed class ToolCallAssembler
{
    private readonly List<Call> _calls = [];

    public bool IsEmpty => _calls.Count == 0;

    public void Add(JsonElement piece)
    {
        var function = piece.Member("function"u8) is { IsObject: true } nested ? nested : piece;
        var index = piece.Member("index"u8).Count();
        var id = piece.Member("id"u8).Text();
        var name = function.Member("name"u8).Text();
        var arguments = function.Member("arguments"u8);

        var call = CallFor(index, id);
        if (call is null || call.IsFollowedBy(id, name, arguments))
        {
            call = new Call(index, id);
            _calls.Add(call);
        }

        call.Add(id, name, arguments);
    }

    /// <summary>The calls, in the order they came. Only a finished answer may be asked: a call cut after valid JSON looks complete.</summary>
    /// <returns>None when a call has no name, so that it cannot be made.</returns>
    public IReadOnlyList<FunctionCallContent>? Finish()
    {
        if (_calls.Any(call => call.Name.Length == 0))
        {
            return null;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. _calls.Select((call, position) => call.ToContent(call.Id is { } id && ids.Add(id) ? id : $"call_{position + 1}"))];
    }

    // The latest call wins, since a server that gives every call index 0 is then still read in order.
    private Call? CallFor(long? index, string? id) =>
        index is null
            ? _calls.LastOrDefault(call => id is not null && call.Id == id) ?? _calls.LastOrDefault()
            : _calls.LastOrDefault(call => call.Index == index);

    private sealed class Call(long? index, string? id)
    {
        private readonly JsonText _pieces = new();
        private readonly StringBuilder _arguments = new();

        public long? Index { get; } = index;

        public string? Id { get; private set; } = id;

        public string Name { get; private set; } = "";

        /// <summary>A piece that would belong to this call by its place really begins the next one.</summary>
        public bool IsFollowedBy(string? id, string? name, JsonElement arguments)
        {
            if (name is null || Name.Length == 0)
            {
                return false;
            }

            if (id is not null && id == Id)
            {
                return (name != Name && !ContinuesName(id)) || (IsComplete && arguments.IsPresent && !IsRepeat(name, arguments) && !IsBlank(arguments));
            }

            return !ContinuesName(id) && (name != Name || IsComplete);
        }

        public void Add(string? id, string? name, JsonElement arguments)
        {
            Id ??= id;
            if (name is not null && name != Name)
            {
                Name += name;
            }

            if (arguments.IsString)
            {
                if (!(name is not null && IsComplete && IsRepeat(name, arguments)))
                {
                    _arguments.Append(_pieces.Read(arguments));
                }
            }
            else if (arguments.IsPresent)
            {
                _arguments.Clear().Append(arguments.GetRawText());
            }
        }

        public FunctionCallContent ToContent(string id) => FunctionCallContent.CreateFromParsedArguments(
            _arguments.ToString(),
            id,
            Name,
            static text => string.IsNullOrWhiteSpace(text)
                ? []
                : JsonSerializer.Deserialize<Dictionary<string, object?>>(text, AIJsonUtilities.DefaultOptions) ?? []);

        private bool IsComplete
        {
            get
            {
                using var json = LenientJson.Parse(Encoding.UTF8.GetBytes(_arguments.ToString()));
                return json is not null;
            }
        }

        private bool ContinuesName(string? id) => (id is null || id == Id) && Index is not null && _arguments.Length == 0;

        private bool IsRepeat(string name, JsonElement arguments) =>
            name == Name && _arguments.Equals(arguments.IsString ? JsonText.Decode(arguments) : arguments.GetRawText());

        private static bool IsBlank(JsonElement arguments) => arguments.IsString && arguments.Text() is null;
    }
}
