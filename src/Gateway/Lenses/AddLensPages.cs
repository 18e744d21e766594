using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Lenses;

/// <summary>The form on which a coordinator adds a lens.</summary>
internal sealed class AddLensPages : IEndpoints
{
    private const string At = "/lenses/new";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(At, Show).ForCoordinators();
        site.Pages.MapPost(At, Add).ForCoordinators();
    }

    private static RazorComponentResult Show() => Page.Of<AddLensPage, AddLensModel>(new(LensForm.New()));

    private static async Task<Sent> Add(IFormCollection form, Home home, CurrentCaller by)
    {
        var sent = LensForm.Of(form);
        if (sent.Read(out var lens) is { Count: > 0 } errors) return Again(sent, errors);
        // Whoever goes back to the form that added one lens adds another with it.
        if (!(await home.Lens(sent.Id).Get(by.Caller)).Refused(out _, out var known)
            && !PeerNetJson.Same(known.Lens, lens))
        {
            return Again(
                sent with { Id = LensForm.NewId() },
                [new("name", "You have added that one already. Press the button again to add this one too.")]);
        }
        return (await home.Lens(sent.Id).Add(lens, by.Caller)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect($"/lenses/{sent.Id}");
    }

    private static Sent Again(LensForm form, FormErrors errors) =>
        Page.Again<AddLensPage, AddLensModel>(new(form) { Errors = errors });
}

/// <summary>The form on which a lens is added.</summary>
/// <param name="Form">What was typed.</param>
public sealed record AddLensModel(LensForm Form)
{
    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
