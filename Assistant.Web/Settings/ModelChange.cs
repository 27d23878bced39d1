namespace Assistant.Web.Settings;

/// <summary>What a choice of a model changes, as the audit log tells it: the host, but never the key.</summary>
internal static class ModelChange
{
    public static Dictionary<string, string> Between(StoredModel before, StoredModel after)
    {
        var change = new Dictionary<string, string>
        {
            ["setting"] = "model",
            ["endpoint"] = after.UsesBuiltIn ? "built-in engine" : after.Endpoint?.Authority ?? "as the server's settings say",
        };
        if (before.Key != after.Key)
        {
            change["key"] = after.Key is null ? "removed" : "stored";
        }

        return change;
    }
}
