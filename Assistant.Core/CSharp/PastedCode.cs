using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Assistant.Core.CSharp;

/// <summary>
/// C# as someone pasted it, and the same code wrapped so that the compiler accepts it: bare methods get a class, an expression gets a
/// statement. What was wrapped can be unwrapped again after the code inside has changed.
/// </summary>
public sealed class PastedCode
{
    private const string Begin = "//pasted-begin";
    private const string End = "//pasted-end";

    private readonly int _wrapperLine;
    private readonly int _wrapperLines;
    private readonly int _shift;

    private PastedCode(string text, CodeShape shape, CodeLayout layout, SyntaxTree tree, int wrapperLine, int wrapperLines, int shift)
    {
        Text = text;
        Shape = shape;
        Layout = layout;
        Tree = tree;
        _wrapperLine = wrapperLine;
        _wrapperLines = wrapperLines;
        _shift = shift;
    }

    /// <summary>The language version pasted code is read with.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    /// <summary>The code as it was pasted.</summary>
    public string Text { get; }

    public CodeShape Shape { get; }

    public CodeLayout Layout { get; }

    /// <summary>The wrapped code.</summary>
    public SyntaxTree Tree { get; }

    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot(CancellationToken.None);

    /// <summary>The code runs from its first line on, without a method around it.</summary>
    public bool HasTopLevelStatements => Root.Members.Any(SyntaxKind.GlobalStatement);

    /// <summary>The code does not follow the grammar of C#.</summary>
    public bool HasSyntaxErrors => SyntaxErrorCount > 0;

    public int SyntaxErrorCount => SyntaxErrorsOf(Tree);

    /// <summary>Reads <paramref name="text"/> as whatever piece of C# fits it with the fewest syntax errors.</summary>
    public static PastedCode Read(string text, CancellationToken cancellationToken)
    {
        var file = Parse(text, cancellationToken);
        var fileErrors = SyntaxErrorsOf(file);
        var root = file.GetCompilationUnitRoot(cancellationToken);
        var layout = CodeLayout.Of(text, root);
        if (fileErrors == 0 && !HoldsBareMembers(root))
        {
            return AsFile(text, file, layout, cancellationToken);
        }

        var members = AsMembers(text, root, layout, cancellationToken);
        var memberErrors = SyntaxErrorsOf(members.Tree);
        if (memberErrors < fileErrors || (memberErrors == fileErrors && HoldsBareMembers(root)))
        {
            return members;
        }

        var expression = AsExpression(text, layout, cancellationToken);
        return SyntaxErrorsOf(expression.Tree) == 0 ? expression : AsFile(text, file, layout, cancellationToken);
    }

    /// <summary>The code inside a wrapper that has changed; nothing when the wrapper itself was damaged.</summary>
    public string? Unwrap(SyntaxNode changed)
    {
        var text = changed.SyntaxTree.GetText();
        var inner = new TextSpan(0, text.Length);
        if (Shape != CodeShape.File)
        {
            var words = text.ToString();
            var begin = words.IndexOf(Begin, StringComparison.Ordinal);
            var end = words.LastIndexOf(End, StringComparison.Ordinal);
            if (begin < 0 || end < begin)
            {
                return null;
            }

            inner = TextSpan.FromBounds(text.Lines.GetLineFromPosition(begin).EndIncludingLineBreak, text.Lines.GetLineFromPosition(end).Start);
        }

        var headLength = Shape == CodeShape.Members ? WrapperStartOf(changed) : 0;
        var shifted = Indentation.Shift(changed, inner, -_shift, Layout.UsesTabs ? '\t' : ' ');
        var tail = text.Length - inner.End;
        var body = shifted[inner.Start..^tail];
        return KeepEdges(shifted[..headLength] + KeepStart(body, headLength));
    }

    /// <summary>The line of the pasted text, from 1, that <paramref name="line"/> of <see cref="Tree"/>, from 0, stands for.</summary>
    public int LineOf(int line)
    {
        var pasted = line < _wrapperLine ? line : Math.Max(line - _wrapperLines, _wrapperLine);
        return Math.Clamp(pasted + 1, 1, Text.AsSpan().Count('\n') + 1);
    }

    private static PastedCode AsFile(string text, SyntaxTree tree, CodeLayout layout, CancellationToken cancellationToken)
    {
        var shift = -Indentation.SharedBy(text);
        var shifted = Indentation.Shift(tree.GetRoot(cancellationToken), new TextSpan(0, text.Length), shift, ' ');
        return new PastedCode(text, CodeShape.File, layout, shift == 0 ? tree : Parse(shifted, cancellationToken), 0, 0, shift);
    }

    private static PastedCode AsMembers(string text, CompilationUnitSyntax root, CodeLayout layout, CancellationToken cancellationToken)
    {
        var wrapped = Parse(Wrap("Pasted", ""), cancellationToken).GetCompilationUnitRoot(cancellationToken);
        var members = wrapped.Members.OfType<ClassDeclarationSyntax>().SelectMany(type => type.Members).ToList();
        var name = members.OfType<ConstructorDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText;
        var tree = Parse(Wrap(name is null or "" ? "Pasted" : name, ModifierFor(members)), cancellationToken);

        var shift = layout.Indent.Length - Indentation.SharedBy(text[root.HeadLength()..]);
        var body = TextSpan.FromBounds(tree.ToString().IndexOf(Begin, StringComparison.Ordinal), tree.ToString().LastIndexOf(End, StringComparison.Ordinal));
        var shifted = Indentation.Shift(tree.GetRoot(cancellationToken), body, shift, layout.UsesTabs ? '\t' : ' ');
        return new PastedCode(text, CodeShape.Members, layout, Parse(shifted, cancellationToken), text[..root.HeadLength()].AsSpan().Count('\n'), 3, shift);

        string Wrap(string className, string modifier) => string.Concat(
            text[..root.HeadLength()], $"{modifier}partial class {className}{layout.NewLine}{{{layout.NewLine}{Begin}{layout.NewLine}",
            text[root.HeadLength()..].TrimEnd(), $"{layout.NewLine}{End}{layout.NewLine}}}{layout.NewLine}");
    }

    private static PastedCode AsExpression(string text, CodeLayout layout, CancellationToken cancellationToken)
    {
        var wrapped = $"_ = {Begin}{layout.NewLine}{text.TrimEnd()}{layout.NewLine}{End}{layout.NewLine};{layout.NewLine}";
        return new PastedCode(text, CodeShape.Expression, layout, Parse(wrapped, cancellationToken), 0, 1, 0);
    }

    private static string ModifierFor(List<MemberDeclarationSyntax> members) => true switch
    {
        _ when members.Any(member => member.Modifiers.Any(SyntaxKind.AbstractKeyword)) => "abstract ",
        _ when members.OfType<MethodDeclarationSyntax>().Any(method => method.ParameterList.Parameters.Any(IsReceiver)) => "static ",
        _ => "",
    };

    private static bool IsReceiver(ParameterSyntax parameter) => parameter.Modifiers.Any(SyntaxKind.ThisKeyword);

    private static SyntaxTree Parse(string text, CancellationToken cancellationToken) =>
        CSharpSyntaxTree.ParseText(text, ParseOptions, cancellationToken: cancellationToken);

    private static int SyntaxErrorsOf(SyntaxTree tree) =>
        tree.GetDiagnostics(CancellationToken.None).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static bool HoldsBareMembers(CompilationUnitSyntax root)
    {
        var statements = root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).ToList();
        return root.Members.Any(IsBareMember)
            || statements.Any(HasMemberModifier)
            || (statements.Count > 0 && statements.TrueForAll(statement => statement is LocalFunctionStatementSyntax));
    }

    private static bool IsBareMember(MemberDeclarationSyntax member) =>
        member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax;

    private static bool HasMemberModifier(StatementSyntax statement) => statement switch
    {
        LocalFunctionStatementSyntax function => function.Modifiers.Any(IsMemberOnly),
        LocalDeclarationStatementSyntax declaration => declaration.Modifiers.Any(IsMemberOnly),
        _ => false,
    };

    private static bool IsMemberOnly(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword
        or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword
        or SyntaxKind.AbstractKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.SealedKeyword;

    private static int WrapperStartOf(SyntaxNode root) => ((CompilationUnitSyntax)root).Members.OfType<ClassDeclarationSyntax>().First().SpanStart;

    private string KeepStart(string body, int headLength)
    {
        var original = Text[Math.Min(headLength, Text.Length)..];
        return headLength > 0 ? body : string.Concat(original[..^original.TrimStart('\r', '\n').Length], body.TrimStart('\r', '\n'));
    }

    private string KeepEdges(string changed)
    {
        var uniform = CodeLayout.IsUniform(Text) ? changed.Replace("\r\n", "\n").Replace("\n", Layout.NewLine) : changed;
        return string.Concat(uniform.TrimEnd(), Text.AsSpan(Text.TrimEnd().Length));
    }
}
