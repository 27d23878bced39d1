namespace Assistant.Web.Settings;

/// <summary>The file with the stored settings could not be read or written. The message is a sentence fit to show.</summary>
public sealed class SettingsFileException(string message, Exception? innerException = null) : Exception(message, innerException);
