using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>What the page of an offer or a request shows.</summary>
/// <param name="Offer">The offer, with what the reader may see of it.</param>
/// <param name="Home">The area whose page it is.</param>
/// <param name="AreaName">The name of the area that the offer belongs to.</param>
public sealed record OfferPageModel(SupportOfferDetails Offer, AreaId Home, string AreaName)
{
    private const int MinDaysMore = 60;

    /// <summary>The name of the group that it is made for.</summary>
    public string? GroupName { get; init; }

    /// <summary>What fits it, for its maker's side while it is open.</summary>
    public OfferFits? Fits { get; init; }

    /// <summary>The names of all areas.</summary>
    public required IReadOnlyDictionary<AreaId, string> AreaNames { get; init; }

    /// <summary>Today in Sussex.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What the reader can show of themselves.</summary>
    public OfferReader Reader { get; init; } = OfferReader.Nobody;

    /// <summary>The yes as it was typed.</summary>
    public YesForm Yes { get; init; } = YesForm.New;

    /// <summary>Why it is hidden, as it was typed.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wrong with what the reader sent.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Whether it belongs to the area whose page it is.</summary>
    public bool IsHere => Offer.Area == Home;

    /// <summary>The address of the page.</summary>
    public string Url => UrlOf(Offer.Id, IsHere ? null : Offer.Area);

    /// <summary>
    /// Whether the reader can hide it: its record says only to its maker's side and to coordinators whose it is.
    /// </summary>
    public bool CanHide => Offer is { IsMine: false, MadeBy: not null };

    /// <summary>Whether the reader can say yes to it.</summary>
    public bool CanTakeUp => Offer is { IsMine: false, State: SupportOfferState.Open } && !Offer.Matches.Any(IsInWay);

    /// <summary>The last day if it is renewed today; null if that would change little.</summary>
    public DateOnly? RenewedUntil
    {
        get
        {
            var next = Today.AddDays(SupportOfferFields.DefaultDays);
            return Offer.IsMine && Offer.Terms.ExpiresOn <= next.AddDays(-MinDaysMore) ? next : null;
        }
    }

    // One that has ended is of another area, which has refused it; its taker clears it away first.
    private static bool IsInWay(MatchDetails match) =>
        match.State == MatchState.Ended || new MatchActs(match, IsMaker: false).IsLive;

    internal static string UrlOf(SupportOfferId id, AreaId? area) =>
        area is { } other ? $"/areas/{other}/offers/{id}" : $"/offers/{id}";
}

/// <summary>What the reader can show of themselves in a match.</summary>
/// <param name="Name">The name they like to be called.</param>
/// <param name="Contact">How to reach them.</param>
public sealed record OfferReader(string? Name, Contact? Contact)
{
    /// <summary>Somebody whose own record does not answer.</summary>
    public static OfferReader Nobody { get; } = new(null, null);
}

/// <summary>A yes, as it was typed.</summary>
/// <param name="Match">The ID of the match, so that sending it twice says yes once.</param>
/// <param name="ShownAs">The name; null if nothing was typed yet.</param>
/// <param name="ShowContact">The part of the contact to show; empty for none.</param>
public sealed record YesForm(MatchId Match, string? ShownAs, string ShowContact)
{
    /// <summary>A form in which nothing is typed yet.</summary>
    public static YesForm New => new(new(Guid.CreateVersion7()), null, "");
}

/// <summary>What the pages of a match show, each with one form.</summary>
/// <param name="Page">The page of its offer.</param>
/// <param name="Match">The match.</param>
public sealed record MatchPageModel(OfferPageModel Page, MatchDetails Match)
{
    /// <summary>What was typed, by the names of the controls; empty at first.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with it.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>What the reader can do with it.</summary>
    public MatchActs Acts => new(Match, Page.Offer.IsMine);

    /// <summary>Where its forms are sent.</summary>
    public string Url => $"{Page.Url}/matches/{Match.Id}";
}
