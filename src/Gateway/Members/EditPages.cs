using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Members;

/// <summary>A person corrects what is held about them.</summary>
internal sealed class EditPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/edit", Show).ForMembers();
        site.Pages.MapPost("/me/edit", Save).ForMembers();
    }

    private static async Task<Shown> Show(Home home, CurrentCaller by)
    {
        return (await home.Member(by.Caller.Member!.Value).Get(by.Caller)).Refused(out var refusal, out var person)
            ? refusal.ToProblem()
            : Page.Of<EditPage, EditModel>(EditModel.Of(person));
    }

    private static async Task<Sent> Save(IFormCollection form, Home home, CurrentCaller by)
    {
        var me = home.Member(by.Caller.Member!.Value);
        var typed = EditModel.Of(form);
        if (typed.Name is null) return Again(typed, [new("name", "Enter a name. Any name that you like will do.")]);
        var saved = await me.Put(typed.Profile(), IfMatch.Exactly(typed.Version), by.Caller);
        if (!saved.Refused(out var refusal, out _)) return TypedResults.LocalRedirect("/me");
        if (refusal.Kind == RefusalKind.Invalid) return Again(typed, FormErrors.Of(refusal, "name"));
        if (refusal.Kind != RefusalKind.Stale) return refusal.ToProblem();
        if ((await me.Get(by.Caller)).Refused(out var gone, out var now)) return gone.ToProblem();
        return Again(
            typed with { Version = now.Version },
            [new("name", "This was changed somewhere else in the meantime. Check it, and save it again.")]);
    }

    private static RazorComponentResult Again(EditModel typed, FormErrors errors) =>
        Page.Again<EditPage, EditModel>(typed with { Errors = errors });
}

/// <summary>The form with what a person says about themselves.</summary>
public sealed record EditModel
{
    /// <summary>The name they like to be called.</summary>
    public string? Name { get; init; }

    /// <summary>An email address.</summary>
    public string? Email { get; init; }

    /// <summary>A phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Any other way to reach them.</summary>
    public string? Other { get; init; }

    /// <summary>What helps them take part.</summary>
    public string? Helps { get; init; }

    /// <summary>The version of their record that they have seen.</summary>
    public int Version { get; init; }

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    internal static EditModel Of(MemberDetails person) => new()
    {
        Name = person.Name,
        Email = person.Contact?.Email,
        Phone = person.Contact?.Phone,
        Other = person.Contact?.Other,
        Helps = person.Helps,
        Version = person.Version,
    };

    internal static EditModel Of(IFormCollection form) => new()
    {
        Name = Typed(form, "name"),
        Email = Typed(form, "contact.email"),
        Phone = Typed(form, "contact.phone"),
        Other = Typed(form, "contact.other"),
        Helps = Typed(form, "helps"),
        Version = form.Version(),
    };

    internal MemberProfile Profile()
    {
        var hasContact = Email is not null || Phone is not null || Other is not null;
        return new()
        {
            Name = Name!,
            Contact = hasContact ? new() { Email = Email, Phone = Phone, Other = Other } : null,
            Helps = Helps,
        };
    }

    // Browsers send lines with CR LF, whatever was typed.
    private static string? Typed(IFormCollection form, string name) =>
        form.Lines(name) is { Length: > 0 } text ? text : null;
}
