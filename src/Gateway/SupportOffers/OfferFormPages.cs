using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>The pages on which somebody offers or asks for support, and changes what they have said.</summary>
internal sealed class OfferFormPages : IEndpoints
{
    private const string Edit = "/offers/{id}/edit";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/offers/new", ShowNew).ForMembers();
        site.Pages.MapPost("/offers/new", Make).ForMembers().Within(limits => limits.OffersPerDay);
        site.Pages.MapGet(Edit, ShowEdit).ForMembers();
        site.Pages.MapPost(Edit, Change).ForMembers();
    }

    private static async Task<Shown> ShowNew(
        Home home, TimeProvider clock, CurrentCaller by, string? side = null, string? group = null)
    {
        if ((await home.FirstPage.GetHome(by.Caller)).Refused(out var refusal, out var reader))
            return refusal.ToProblem();
        var form = OfferForm.For(side, group, London.DayOf(clock.GetUtcNow()));
        return Page.Of<OfferFormPage, OfferFormModel>(OfferFormModel.New(form, home.Name, reader));
    }

    private static async Task<Sent> Make(IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.FirstPage.GetHome(by.Caller)).Refused(out var refusal, out var reader))
            return refusal.ToProblem();
        var sent = OfferForm.Of(form);
        if (!SupportOfferId.TryParse(sent.Id, out var id)) sent = sent with { Id = $"{Guid.CreateVersion7()}" };
        var page = OfferFormModel.New(sent, home.Name, reader);
        if (sent.Read(out var terms) is { Count: > 0 } errors) return Again(page, errors);
        if (form.ContainsKey("preview")) return Page.Of<OfferFormPage, OfferFormModel>(page with { Preview = terms });
        if (id == default) return Again(page, FormErrors.SentBefore);
        return await Put(id, terms, IfMatch.None, page, home, by.Caller);
    }

    private static async Task<Shown> ShowEdit(SupportOfferId id, Home home, CurrentCaller by)
    {
        if ((await ReadMine(id, home, by.Caller)).Refused(out var refusal, out var offer)) return refusal.ToProblem();
        return Page.Of<OfferFormPage, OfferFormModel>(new(OfferForm.Of(offer), home.Name));
    }

    private static async Task<Sent> Change(SupportOfferId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await ReadMine(id, home, by.Caller)).Refused(out var refusal, out var offer)) return refusal.ToProblem();
        var sent = OfferForm.Of(form) with { Id = $"{id}", GroupId = $"{offer.Terms.GroupId}" };
        var page = new OfferFormModel(sent, home.Name);
        if (sent.Read(out var terms) is { Count: > 0 } errors) return Again(page, errors);
        if (form.ContainsKey("preview")) return Page.Of<OfferFormPage, OfferFormModel>(page with { Preview = terms });
        var read = int.TryParse(sent.Version, out var version) ? IfMatch.Exactly(version) : IfMatch.None;
        page = page with { Form = sent with { Version = $"{offer.Version}" } };
        return await Put(id, terms, read, page, home, by.Caller);
    }

    private static async Task<Sent> Put(
        SupportOfferId id, SupportOfferTerms terms, IfMatch read, OfferFormModel page, Home home, Caller by)
    {
        if (!(await home.SupportOffer(id).Put(terms, read, by)).Refused(out var refusal, out _))
            return TypedResults.LocalRedirect(OfferPageModel.UrlOf(id, null));
        if (refusal.Kind is RefusalKind.VersionNeeded) return Again(page, OfferWords.AlreadySaved);
        if (refusal.Kind is RefusalKind.Stale) return Again(page, OfferWords.ChangedMeanwhile);
        if (refusal.Code == SupportOfferRefusals.Withdrawn.Code)
        {
            var fresh = page with { Form = page.Form with { Id = $"{Guid.CreateVersion7()}" } };
            return Again(fresh, FormErrors.SentBefore);
        }
        if (refusal.Kind != RefusalKind.Invalid) return refusal.ToProblem();
        return Again(page, [new(refusal.Field ?? "side", OfferWords.Of(refusal))]);
    }

    private static async Task<Result<SupportOfferDetails>> ReadMine(SupportOfferId id, Home home, Caller by)
    {
        if ((await home.SupportOffer(id).Get(by)).Refused(out var refusal, out var offer)) return refusal;
        return offer.IsMine ? offer : SupportOfferRefusals.NotFound;
    }

    private static RazorComponentResult Again(OfferFormModel page, string problem) =>
        Again(page, [new("side", problem)]);

    private static RazorComponentResult Again(OfferFormModel page, FormErrors errors) =>
        Page.Again<OfferFormPage, OfferFormModel>(page with { Errors = errors });
}

/// <summary>What the page for making or changing an offer shows.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="AreaName">The name of the area.</param>
public sealed record OfferFormModel(OfferForm Form, string AreaName)
{
    /// <summary>The groups that the reader leads, which a new offer can be made for.</summary>
    public IReadOnlyList<HomeGroup> Led { get; init; } = [];

    /// <summary>What it would say, if the reader has asked to see that before they save it.</summary>
    public SupportOfferTerms? Preview { get; init; }

    /// <summary>What is wrong with what was sent.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether it is changed; otherwise it is new.</summary>
    public bool IsEdit => Form.Version is not null;

    internal static OfferFormModel New(OfferForm form, string areaName, MemberHome reader)
    {
        return new(form with { Version = null }, areaName)
        {
            Led = [.. reader.Groups.Where(group => group.IsLed())],
        };
    }
}
