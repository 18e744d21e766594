using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>What is filled in to make or change an offer, as it was typed.</summary>
public sealed record OfferForm
{
    /// <summary>The ID of a new offer. The page makes it, so that sending the form twice makes one.</summary>
    public string Id { get; init; } = "";

    /// <summary>The version that is changed; null for a new one.</summary>
    public string? Version { get; init; }

    /// <summary><c>offer</c> or <c>request</c>; empty if it is not chosen yet.</summary>
    public string Side { get; init; } = "";

    /// <summary>The group that it is made for; empty for the person's own.</summary>
    public string GroupId { get; init; } = "";

    /// <summary>The kind of support.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The maker's own words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Who can see it. Nothing is chosen at first, so that nobody shows more than they meant to.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The days that are ticked.</summary>
    public ImmutableArray<string> Days { get; init; } = [];

    /// <summary>The parts of the day that are ticked.</summary>
    public ImmutableArray<string> PartsOfDay { get; init; } = [];

    /// <summary>The first half of a postcode.</summary>
    public string Outcode { get; init; } = "";

    /// <summary>Whether it works online.</summary>
    public bool Online { get; init; }

    /// <summary>How often.</summary>
    public string HowOften { get; init; } = Words<SupportFrequency>.Of(SupportFrequency.Once);

    /// <summary>How many times in a month.</summary>
    public string TimesAMonth { get; init; } = "";

    /// <summary>How soon.</summary>
    public string Urgency { get; init; } = Words<SupportUrgency>.Of(SupportUrgency.AnyTime);

    /// <summary>The languages that are ticked.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The access needs that are ticked.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>The last day.</summary>
    public string ExpiresOn { get; init; } = "";

    internal static OfferForm For(string? side, string? group, DateOnly today) => new()
    {
        Id = $"{Guid.CreateVersion7()}",
        Side = side ?? "",
        GroupId = group ?? "",
        ExpiresOn = Day.Text(today.AddDays(SupportOfferFields.DefaultDays)),
    };

    internal static OfferForm Of(SupportOfferDetails offer) => new()
    {
        Id = $"{offer.Id}",
        Version = $"{offer.Version}",
        Side = Words<SupportSide>.Of(offer.Terms.Side),
        GroupId = $"{offer.Terms.GroupId}",
        Kind = Words<SupportKind>.Of(offer.Terms.Kind),
        Text = offer.Terms.Text ?? "",
        Audience = Words<SupportAudience>.Of(offer.Terms.Audience),
        Days = [.. offer.Terms.Days.Select(Words<Weekday>.Of)],
        PartsOfDay = [.. offer.Terms.PartsOfDay.Select(Words<PartOfDay>.Of)],
        Outcode = offer.Terms.Outcode ?? "",
        Online = offer.Terms.Online,
        HowOften = Words<SupportFrequency>.Of(offer.Terms.HowOften),
        TimesAMonth = $"{offer.Terms.TimesAMonth}",
        Urgency = Words<SupportUrgency>.Of(offer.Terms.Urgency),
        Languages = offer.Terms.Languages,
        Needs = [.. offer.Terms.Needs.Select(Words<AccessNeed>.Of)],
        ExpiresOn = Day.Text(offer.Terms.ExpiresOn!.Value),
    };

    internal static OfferForm Of(IFormCollection form) => new()
    {
        Id = form.Text("id"),
        Version = form.ContainsKey("version") ? form.Text("version") : null,
        Side = form.Text("side"),
        GroupId = form.Text("groupId"),
        Kind = form.Text("kind"),
        Text = form.Lines("text"),
        Audience = form.Text("audience"),
        Days = Ticked(form, "days"),
        PartsOfDay = Ticked(form, "partsOfDay"),
        Outcode = FinderAddress.OutcodeOf(form.Text("outcode"), out _),
        Online = form["online"] == "true",
        HowOften = form.Text("howOften"),
        TimesAMonth = form.Text("timesAMonth"),
        Urgency = form.Text("urgency"),
        Languages = Ticked(form, "languages"),
        Needs = Ticked(form, "needs"),
        ExpiresOn = form.Text("expiresOn"),
    };

    /// <summary>The body of the API's request, or what is missing.</summary>
    internal FormErrors Read(out SupportOfferTerms terms)
    {
        var errors = new FormErrors();
        var side = Chosen<SupportSide>("side", Side, "Choose whether you offer support or ask for it.", errors);
        var kind = Chosen<SupportKind>("kind", Kind, "Choose what kind of support it is.", errors);
        var often = Chosen<SupportFrequency>("howOften", HowOften, "Choose how often.", errors);
        var times = int.TryParse(TimesAMonth, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var urgency = Chosen<SupportUrgency>("urgency", Urgency, "Choose how soon.", errors);
        var audience = Chosen<SupportAudience>("audience", Audience, "Choose who can see it.", errors);
        if (!Day.TryRead(ExpiresOn, out var last))
            errors.Add(new("expiresOn", "Enter the last day."));
        terms = new()
        {
            Side = side,
            Kind = kind,
            GroupId = PeerNet.Contracts.Groups.GroupId.TryParse(GroupId, out var group) ? group : null,
            Text = Text.Length > 0 ? Text : null,
            Audience = audience,
            Days = Found<Weekday>(Days),
            PartsOfDay = Found<PartOfDay>(PartsOfDay),
            Outcode = Outcode.Length > 0 ? Outcode : null,
            Online = Online,
            HowOften = often,
            TimesAMonth = often == SupportFrequency.Monthly && times ? number : null,
            Urgency = urgency,
            Languages = [.. Languages.Distinct()],
            Needs = Found<AccessNeed>(Needs),
            ExpiresOn = last,
        };
        return errors;
    }

    private static ImmutableArray<string> Ticked(IFormCollection form, string name) =>
        [.. form[name].OfType<string>().Where(word => word.Length > 0)];

    private static ImmutableArray<TWord> Found<TWord>(ImmutableArray<string> words) where TWord : struct, Enum =>
        [.. words.Select(Words<TWord>.Find).OfType<TWord>().Distinct()];

    private static TWord Chosen<TWord>(string name, string word, string missing, FormErrors errors)
        where TWord : struct, Enum
    {
        if (Words<TWord>.Find(word) is { } chosen) return chosen;
        errors.Add(new(name, missing));
        return default;
    }
}
