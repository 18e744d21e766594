using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PeerNet.Architecture.Tests;

/// <summary>What a line of code looks like, read from the syntax tree of every C# file.</summary>
public sealed class ShapeRules
{
    private const int MaxColumns = 120;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly SourceFile[] Files = Repository.Sources("src", "tests", "deploy", "bench");

    [Rule(22)]
    public void No_line_is_wider_than_a_page()
    {
        Assert.NotEmpty(Files);
        Broken.None(
            from file in Files
            from line in file.Text.Split('\n').Index()
            where line.Item.Length > MaxColumns
            select $"{file.Path}:{line.Index + 1} has {line.Item.Length} columns");
    }

    [Rule(23)]
    public void Reasons_are_guards_and_not_chains() =>
        Broken.None(Nodes<ConditionalExpressionSyntax>().Where(one => IsChain(one.Node)).Select(one => one.At));

    [Rule(24)]
    public void An_expression_body_fits_on_one_line()
    {
        Broken.None(
            from one in Nodes<ArrowExpressionClauseSyntax>()
            let lines = one.Node.Expression.GetLocation().GetLineSpan()
            where lines.StartLinePosition.Line != lines.EndLinePosition.Line && !MaySpanLines(one.Node.Expression)
            select one.At);
    }

    [Rule(25)]
    public void Values_are_assigned_one_by_one() =>
        Broken.None(Nodes<AssignmentExpressionSyntax>().Where(one => AssignsTuple(one.Node)).Select(one => one.At));

    private static IEnumerable<(TNode Node, string At)> Nodes<TNode>() where TNode : SyntaxNode
    {
        return from file in Files
        where file.Name.EndsWith(".cs", StringComparison.Ordinal)
        from node in CSharpSyntaxTree.ParseText(file.Text, Options).GetRoot().DescendantNodes().OfType<TNode>()
        select (node, $"{file.Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");
    }

    private static bool IsChain(ConditionalExpressionSyntax conditional)
    {
        if (conditional.Ancestors().OfType<SwitchExpressionArmSyntax>().Any()) return false;
        return Inside(conditional.WhenTrue) is ConditionalExpressionSyntax
            || Inside(conditional.WhenFalse) is ConditionalExpressionSyntax;
    }

    /// <summary>
    /// A switch and an initialiser have lines of their own, and so has a block or a raw string at the end of a call.
    /// </summary>
    private static bool MaySpanLines(ExpressionSyntax body) => Inside(body) switch
    {
        SwitchExpressionSyntax or WithExpressionSyntax or CollectionExpressionSyntax => true,
        BaseObjectCreationExpressionSyntax { Initializer: not null } => true,
        LambdaExpressionSyntax or LiteralExpressionSyntax or InterpolatedStringExpressionSyntax => true,
        InvocationExpressionSyntax { ArgumentList.Arguments: [.., var last] } => EndsInBlock(last.Expression),
        _ => false,
    };

    private static bool EndsInBlock(ExpressionSyntax last) => last switch
    {
        LambdaExpressionSyntax lambda => lambda.Block is not null,
        LiteralExpressionSyntax text => text.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal),
        InterpolatedStringExpressionSyntax text =>
            text.StringStartToken.Text.Contains("\"\"\"", StringComparison.Ordinal),
        _ => false,
    };

    private static bool AssignsTuple(AssignmentExpressionSyntax assignment)
    {
        var declares =
            assignment.Left is DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax };
        return assignment.Right is TupleExpressionSyntax && (declares || assignment.Left is TupleExpressionSyntax);
    }

    private static ExpressionSyntax Inside(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Inside(inner.Expression),
        AwaitExpressionSyntax inner => Inside(inner.Expression),
        _ => expression,
    };
}
