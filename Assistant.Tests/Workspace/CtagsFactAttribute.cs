namespace Assistant.Tests.Workspace;

/// <summary>A test of what only universal-ctags can do; without it names in other languages are found by searching the text.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CtagsFactAttribute : FactAttribute
{
    public CtagsFactAttribute()
    {
        if (!File.Exists("/usr/bin/ctags") || !File.Exists("/usr/bin/ctags-universal"))
        {
            Skip = "universal-ctags is not installed.";
        }
    }
}
