using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>The programs that a person lets act for them: letting one in, and ending its token.</summary>
internal sealed class ProgramPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/programs", Show).ForMembers();
        site.Pages.MapPost("/me/programs", Begin).ForMembers();
        site.Pages.MapPost("/me/programs/{id}/end", End).ForMembers();
    }

    private static async Task<RazorComponentResult> Show(Home home, CurrentCaller by) =>
        Page.Of<ProgramsPage, ProgramsModel>(await Model(home, by.Caller));

    // The token is shown in the answer, and never again. Its key comes from the page, so that the form sent twice lets
    // one program in.
    private const string Full = "You can have up to 10 programs. End one before you add another.";

    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> Begin(
        IFormCollection form, Home home, CurrentCaller by)
    {
        var me = by.Caller.Member!.Value;
        var title = form.Text("title");
        var key = SecretKey.Read(SecretKey.Write(me.Value, form["key"]));
        if (key is null) return TypedResults.LocalRedirect("/me/programs");
        if (title.Length == 0 || !SignInFields.ProgramTitle.Allows(title))
            return Again(await Model(home, by.Caller), title, "Enter a name for it, up to 60 characters.");
        if (!await home.Programs(me).Begin(new(key.Id), title, key.Digest, by.Caller))
            return Again(await Model(home, by.Caller), title, Full);
        return Page.Of<ProgramsPage, ProgramsModel>(
            await Model(home, by.Caller) with { Token = ProgramToken.Write(me, form["key"]) });
    }

    private static async Task<RedirectHttpResult> End(
        SessionId id, IFormCollection form, Programs programs, CurrentCaller by)
    {
        await programs.End(by.Caller.Member!.Value, id, by.Caller);
        return TypedResults.LocalRedirect("/me/programs");
    }

    private static async Task<ProgramsModel> Model(Home home, Caller by) =>
        new(await home.Programs(by.Member!.Value).List(by), SecretKey.New());

    private static RazorComponentResult Again(ProgramsModel model, string title, string wrong) =>
        Page.Again<ProgramsPage, ProgramsModel>(model with { Title = title, Errors = [new("title", wrong)] });
}

/// <summary>The page about a person's programs.</summary>
/// <param name="Items">The programs that they let in.</param>
/// <param name="Key">The key for the next one.</param>
public sealed record ProgramsModel(ImmutableArray<ProgramDetails> Items, string Key)
{
    /// <summary>The token, only just after it was made.</summary>
    public string? Token { get; init; }

    /// <summary>What was typed.</summary>
    public string? Title { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
