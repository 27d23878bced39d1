namespace Assistant.Web.Endpoints;

/// <summary>A request that cannot be taken as it is: which field, and what to do about it.</summary>
internal sealed class InputException(int status, string field, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Field { get; } = field;
}
