namespace Assistant.Web.Components.Settings;

/// <summary>What is to become of the stored key.</summary>
public enum KeyChange
{
    Keep,
    Replace,
    Remove,
}
