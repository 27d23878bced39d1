using System.Text.RegularExpressions;

namespace Assistant.Tests.Conventions;

/// <summary>What STYLE asks for and no formatter checks.</summary>
public sealed partial class StyleTests
{
    private static readonly string[] EmptyNames = ["Helpers", "Helper", "Common", "Utils", "Utilities", "Managers", "Manager", "Misc"];

    [Fact]
    public void Markup_holds_no_code_blocks() =>
        Assert.DoesNotContain(SourceFiles.Under("Assistant.Web", ".razor"), path => CodeBlock().IsMatch(SourceFiles.Read(path)));

    [Fact]
    public void No_component_styles_or_scripts_inline() =>
        Assert.DoesNotContain(SourceFiles.Under("Assistant.Web", ".razor"), path => Inline().IsMatch(SourceFiles.Read(path)));

    [Fact]
    public void Colours_and_pixels_have_names() =>
        Assert.All(
            SourceFiles.Under("Assistant.Web", ".css").Concat(SourceFiles.Under("wwwroot", ".css")).Where(path => path != "wwwroot/tokens.css"),
            path => Assert.Empty(Unnamed().Matches(Comment().Replace(SourceFiles.Read(path), "")).Select(match => match.Value)));

    [Fact]
    public void Browser_code_puts_nothing_on_the_window() =>
        Assert.DoesNotContain(
            SourceFiles.Under("Assistant.Web", ".js").Concat(SourceFiles.Under("wwwroot", ".js")),
            path => WindowAssignment().IsMatch(SourceFiles.Read(path)));

    [Fact]
    public void Folders_and_types_say_what_they_are_for() =>
        Assert.DoesNotContain(
            SourceFiles.Under("Assistant.Core", ".cs").Concat(SourceFiles.Under("Assistant.Web", ".cs", ".razor")),
            path => path.Split('/', '.').Any(EmptyNames.Contains));

    [Fact]
    public void Tests_never_sleep() =>
        Assert.DoesNotContain(
            SourceFiles.Under("Assistant.Tests", "Tests.cs", "Journeys.cs").Where(path => !path.Contains("/Conventions/", StringComparison.Ordinal)),
            path => Sleep().IsMatch(SourceFiles.Read(path)));

    [Fact]
    public void The_readme_fits_on_its_page() => Assert.InRange(SourceFiles.Read("README.md").TrimEnd().Split('\n').Length, 1, 120);

    [Fact]
    public void Pictures_are_small() =>
        Assert.All(SourceFiles.Under("docs", ".png", ".jpg", ".webp"), path => Assert.InRange(new FileInfo(Path.Combine(SourceFiles.Root, path)).Length, 1, 300 * 1024));

    [GeneratedRegex(@"^\s*@code\b", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"<style\b|\sstyle=""|<script\b(?![^>]*\bsrc=)|\son[a-z]+=""")]
    private static partial Regex Inline();

    [GeneratedRegex(@"#[0-9a-f]{3,8}\b(?=[^{}]*;)|\b(rgb|hsl|oklch|hwb)a?\(|(?<![\w.-])(?!1px|0px)\d*\.?\d+px\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(window|globalThis)\.\w+\s*=[^=]")]
    private static partial Regex WindowAssignment();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\((?!Timeout\.Infinite)|WaitForTimeoutAsync")]
    private static partial Regex Sleep();
}
