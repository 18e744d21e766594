using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.Groups;

/// <summary>What a group says about itself, as it was typed. The names are those of the API's JSON.</summary>
public sealed record GroupForm
{
    /// <summary>Its texts by the names of their controls, such as <c>place.town</c>.</summary>
    public ImmutableDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The access needs that are ticked.</summary>
    public ImmutableHashSet<string> Needs { get; init; } = [];

    /// <summary>The languages that are ticked.</summary>
    public ImmutableHashSet<string> Languages { get; init; } = [];

    /// <summary>Whether newcomers can come without telling anyone first.</summary>
    public bool WelcomesNewcomers { get; init; } = true;

    /// <summary>How often it meets; asked only when a group starts.</summary>
    public SeriesForm Series { get; init; } = new() { Pattern = "weekly" };

    /// <summary>One of its texts; empty if nothing was typed.</summary>
    public string this[string name] => Texts.GetValueOrDefault(name, "");

    private static readonly string[] Names =
    [
        "name", "about", "firstTime", "for", "topics", "format", "place.name", "place.address", "place.town",
        "place.outcode", "place.privacy", "onlineLink", "joining", "capacity", "guestContact", "version",
    ];

    internal static GroupForm Of(IFormCollection form) => new()
    {
        Texts = Names.ToImmutableDictionary(name => name, form.Lines),
        Needs = [.. form["needs"].OfType<string>()],
        Languages = [.. form["languages"].OfType<string>()],
        WelcomesNewcomers = form.ContainsKey("welcomesNewcomers"),
        Series = SeriesForm.Of(form),
    };

    internal static GroupForm Of(GroupDetails group)
    {
        var texts = new Dictionary<string, string?>
        {
            ["name"] = group.Name,
            ["about"] = group.About,
            ["firstTime"] = group.FirstTime,
            ["for"] = string.Join(", ", group.For.Select(GroupWords.Written)),
            ["topics"] = string.Join(", ", group.Topics.Select(GroupWords.Written)),
            ["format"] = Words<MeetingFormat>.Of(group.Format),
            ["place.name"] = group.Place?.Name,
            ["place.address"] = group.Place?.Address,
            ["place.town"] = group.Place?.Town,
            ["place.outcode"] = group.Place?.Outcode,
            ["place.privacy"] = Words<PlacePrivacy>.Of(group.Place?.Privacy ?? PlacePrivacy.Exact),
            ["onlineLink"] = group.OnlineLink,
            ["joining"] = Words<Joining>.Of(group.Joining),
            ["capacity"] = group.Capacity?.ToString(CultureInfo.InvariantCulture),
            ["guestContact"] = group.GuestContact,
            ["version"] = group.Version.ToString(CultureInfo.InvariantCulture),
        };
        return new()
        {
            Texts = texts.ToImmutableDictionary(text => text.Key, text => text.Value ?? ""),
            Needs = [.. group.Needs.Select(Words<AccessNeed>.Of)],
            Languages = [.. group.Languages],
            WelcomesNewcomers = group.WelcomesNewcomers,
        };
    }

    /// <summary>Reads the description. What the form does not ask stays as it was.</summary>
    internal FormErrors Read(GroupDescription? was, out GroupDescription description)
    {
        FormErrors errors = [];
        var first = was is null ? Series.Read(errors) : null;
        if (this["capacity"] is { Length: > 0 } typed && !int.TryParse(typed, NumberStyles.None, null, out _))
            errors.Add(new("capacity", $"Use a number from 1 to {GroupFields.MaxPeople}, or leave it empty."));
        description = new()
        {
            Name = this["name"],
            About = Text("about"),
            FirstTime = Text("firstTime"),
            For = WordsOf("for"),
            Topics = WordsOf("topics"),
            Languages = [.. Languages.Order(StringComparer.Ordinal)],
            Needs = [.. Needs.Select(Words<AccessNeed>.Find).OfType<AccessNeed>().Order()],
            Format = Words<MeetingFormat>.Find(this["format"]) ?? MeetingFormat.InPerson,
            Place = ReadPlace(was?.Place),
            OnlineLink = Text("onlineLink"),
            Joining = Words<Joining>.Find(this["joining"]) ?? Joining.Ask,
            Capacity = int.TryParse(this["capacity"], NumberStyles.None, null, out var capacity) ? capacity : null,
            WelcomesNewcomers = WelcomesNewcomers,
            GuestContact = Text("guestContact"),
            Pauses = was?.Pauses ?? [],
            Schedule = first is null
                ? was?.Schedule
                : new() { Series = [new() { Id = "first", Versions = [first] }] },
        };
        return errors;
    }

    private Place? ReadPlace(Place? was)
    {
        if (this["format"] == Words<MeetingFormat>.Of(MeetingFormat.Online)) return null;
        var place = new Place
        {
            Name = Text("place.name"),
            Address = Text("place.address")?.Replace("\n", ", ", StringComparison.Ordinal),
            Town = Text("place.town"),
            Outcode = Text("place.outcode") is { } typed ? FinderAddress.OutcodeOf(typed, out _) : null,
            Privacy = Words<PlacePrivacy>.Find(this["place.privacy"]) ?? PlacePrivacy.OnRequest,
        };
        return place.WithPointOf(was);
    }

    private string? Text(string name) => this[name] is { Length: > 0 } text ? text : null;

    private ImmutableArray<string> WordsOf(string name)
    {
        const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var words = this[name].Split([',', ';', '\n'], Tidy);
        return [.. words.Select(word => string.Join('-', word.Split(' ', Tidy))).Distinct()];
    }
}
