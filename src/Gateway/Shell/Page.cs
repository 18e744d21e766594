using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using PeerNet.Contracts;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Shell;

/// <summary>
/// A part of a page. Its texts are written where they appear, as <c>T["Find a group"]</c>; a translation is a resource
/// file <c>Shell/Texts.cy.resx</c> with the same keys.
/// </summary>
public abstract class PagePart : ComponentBase
{
    /// <summary>The texts.</summary>
    [Inject] protected IStringLocalizer<Texts> T { get; set; } = null!;

    /// <summary>Every word of a kind, to choose from.</summary>
    /// <typeparam name="TWord">The kind.</typeparam>
    protected IReadOnlyList<Option> OptionsOf<TWord>(Func<TWord, string> says) where TWord : struct, Enum =>
        [.. Enum.GetValues<TWord>().Select(one => new Option(Words<TWord>.Of(one), T[says(one)]))];

    /// <summary>Values with their texts, to choose from.</summary>
    protected IReadOnlyList<Option> OptionsOf(IEnumerable<(string Value, string Text)> choices) =>
        [.. choices.Select(one => new Option(one.Value, T[one.Text]))];
}

/// <summary>A page that shows one thing, which its endpoint has read.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class PageOf<TModel> : PagePart
{
    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired] public TModel Model { get; set; } = default!;
}

/// <summary>Names the resource files of the texts.</summary>
public sealed class Texts;

/// <summary>Answers requests with pages.</summary>
internal static class Page
{
    /// <summary>Returns the page, filled in.</summary>
    public static RazorComponentResult Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel>
    {
        return new RazorComponentResult<TPage>(new Dictionary<string, object?> { [nameof(PageOf<>.Model)] = model })
        {
            StatusCode = status, PreventStreamingRendering = true,
        };
    }

    /// <summary>Returns the form again, with what could not be done: status 422.</summary>
    public static RazorComponentResult Again<TPage, TModel>(TModel model) where TPage : PageOf<TModel> =>
        Of<TPage, TModel>(model, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Returns the page of what was read, or the refusal.</summary>
    public static Shown ToPage<TPage, TModel>(this Result<TModel> read) where TPage : PageOf<TModel> =>
        read.Refused(out var refusal, out var model) ? refusal.ToProblem() : Of<TPage, TModel>(model);

    /// <summary>Returns a page that is always the same.</summary>
    public static RazorComponentResult Of<TPage>() where TPage : PagePart =>
        new RazorComponentResult<TPage> { PreventStreamingRendering = true };
}
