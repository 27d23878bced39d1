using Assistant.Core.Model;

namespace Assistant.Web.Settings;

/// <summary>What a choice of a model changes, as the audit log tells it: where it is asked and its name, but never the key.</summary>
internal static class ModelChange
{
    public static Dictionary<string, string> Between(StoredModel before, StoredModel after)
    {
        var change = new Dictionary<string, string>
        {
            ["setting"] = "model",
            ["endpoint"] = after.UsesBuiltIn ? "built-in engine" : after.Endpoint is { } endpoint ? ModelOrigin.Of(endpoint) : "as the server's settings say",
        };
        if (after is { UsesBuiltIn: false, Endpoint: { } asked } && after.Names.GetValueOrDefault(ModelOrigin.Of(asked)) is { } name)
        {
            change["model"] = name;
        }

        if (before.Key != after.Key)
        {
            change["key"] = after.Key is null ? "removed" : "stored";
        }

        return change;
    }
}
