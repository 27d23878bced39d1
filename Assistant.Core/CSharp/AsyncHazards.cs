using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Assistant.Core.CSharp;

/// <summary>Finds the usual mistakes with tasks: ones nobody waits for, ones a thread is blocked on, and ones that outlive what they use.</summary>
public sealed class AsyncHazards(CodeModel model, CancellationToken cancellationToken)
{
    private static readonly string[] TaskTypes = ["Task", "ValueTask"];

    public bool UsesAsync() => model.Root.DescendantNodes().Any(node => node is AwaitExpressionSyntax || IsAsync(node)
        || (node is InvocationExpressionSyntax call && IsTask(TypeOf(call))));

    public IEnumerable<CodeHazard> Find()
    {
        foreach (var node in model.Root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SentenceFor(node) is { } sentence)
            {
                yield return new CodeHazard(model.LineOf(node), sentence);
            }
        }
    }

    private string? SentenceFor(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => AboutMethod(method.Modifiers, method.ReturnType, method.Identifier.ValueText, method.ParameterList, method),
        LocalFunctionStatementSyntax function =>
            AboutMethod(function.Modifiers, function.ReturnType, function.Identifier.ValueText, function.ParameterList, function),
        AnonymousFunctionExpressionSyntax lambda when IsAsync(lambda) && IsVoidDelegate(lambda) =>
            "An async lambda stands where nothing waits for it (it becomes `async void`): its exceptions end the process. Use a loop with `await`.",
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when IsTask(TypeOf(call)) =>
            $"Nobody waits for `{NameOf(call)}`: its exception is lost and its end unknown. Write `await` in front, or `_ =` if that is meant.",
        MemberAccessExpressionSyntax access when BlockedOn(access) is { } blocking =>
            $"`{blocking}` blocks the thread until the task ends, and can deadlock. Write `await` instead.",
        AwaitExpressionSyntax when node.Ancestors().TakeWhile(IsWithinBody).Any(ancestor => ancestor is LockStatementSyntax) =>
            "`await` stands inside a `lock`, which the compiler refuses: a thread holds it, and after `await` it may be another. Use a `SemaphoreSlim`.",
        InvocationExpressionSyntax call when IsSleep(call) && IsInAsync(call) =>
            "`Thread.Sleep` blocks the thread inside async code. Write `await Task.Delay(…)` instead.",
        ReturnStatementSyntax { Expression: { } value } when IsTask(TypeOf(value)) && !IsInAsync(node) && IsInUsing(node) && !IsFinished(value) =>
            "The task is returned out of a `using`, so what it works with is disposed before it ends. Make the method `async` and write `return await`.",
        _ => null,
    };

    // The members that wait for a task with the thread in hand.
    private string? BlockedOn(MemberAccessExpressionSyntax access) => access.Name.Identifier.ValueText switch
    {
        "Result" when IsTask(TypeOf(access.Expression)) => ".Result",
        "Wait" when access.Parent is InvocationExpressionSyntax && IsTask(TypeOf(access.Expression)) => ".Wait()",
        "GetAwaiter" when access.Parent?.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult" }
            && IsTask(TypeOf(access.Expression)) => ".GetAwaiter().GetResult()",
        _ => null,
    };

    private static string? AboutMethod(SyntaxTokenList modifiers, TypeSyntax returns, string name, ParameterListSyntax parameters, SyntaxNode method)
    {
        if (!modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return null;
        }

        if (returns is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } && !IsEventHandler(parameters))
        {
            return $"`{name}` is `async void`: nobody can wait for it, and its exceptions end the process. Return `Task` instead.";
        }

        var waits = method.DescendantNodes(node => node == method || IsWithinBody(node))
            .Any(node => node is AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
                or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 }
                or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or YieldStatementSyntax);
        return waits ? null : $"`{name}` is `async` and never awaits, so it runs to its end before it returns. Await something, or leave `async` out.";
    }

    private static bool IsWithinBody(SyntaxNode node) => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static bool IsAsync(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.RawKind != 0,
        _ => false,
    };

    private static bool IsInAsync(SyntaxNode node) => IsAsync(node.Ancestors().FirstOrDefault(IsFunction) ?? node);

    private static bool IsFunction(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static bool IsInUsing(SyntaxNode node) => node.Ancestors().TakeWhile(IsWithinBody).Any(ancestor => ancestor is UsingStatementSyntax
        || (ancestor is BlockSyntax block && block.Statements.Any(statement => statement.SpanStart < node.SpanStart
            && statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })));

    private static bool IsFinished(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax call && NameOf(call) is "FromResult" or "FromException" || value.ToString() is "Task.CompletedTask";

    // The event pattern of .NET leaves no other way.
    private static bool IsEventHandler(ParameterListSyntax parameters) =>
        parameters.Parameters is [_, var second] && second.Type?.ToString().EndsWith("EventArgs", StringComparison.Ordinal) == true;

    private static bool IsSleep(InvocationExpressionSyntax call) => call.Expression.ToString() is "Thread.Sleep" or "System.Threading.Thread.Sleep";

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "the call",
    };

    private bool IsVoidDelegate(AnonymousFunctionExpressionSyntax lambda) =>
        model.Semantics.GetTypeInfo(lambda, cancellationToken).ConvertedType is INamedTypeSymbol { DelegateInvokeMethod.ReturnsVoid: true } type
        && !type.Name.EndsWith("EventHandler", StringComparison.Ordinal);

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => model.Semantics.GetTypeInfo(expression, cancellationToken).Type;

    private static bool IsTask(ITypeSymbol? type) =>
        type is not null && TaskTypes.Contains(type.Name) && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";
}
