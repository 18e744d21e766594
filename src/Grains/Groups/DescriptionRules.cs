using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Groups;

/// <summary>Validates a group's description.</summary>
internal static partial class DescriptionRules
{
    /// <summary>Returns a refusal of the first invalid field (code <c>group.description</c>), or null.</summary>
    public static Refusal? Check(GroupDescription d)
    {
        return Name(d.Name)
        ?? Longest("about", d.About, 4000)
        ?? Longest("firstTime", d.FirstTime, 4000)
        ?? Words("for", d.For)
        ?? Words("topics", d.Topics)
        ?? Words("languages", d.Languages)
        ?? (d.Needs.Length > Enum.GetValues<AccessNeed>().Length
            ? GroupRefusals.Description("needs", "Use each need only once.")
            : null)
        ?? Place(d.Place)
        ?? Link(d.OnlineLink)
        ?? (d.Capacity is < 1 or > Group.MaxPeople
            ? GroupRefusals.Description("capacity", $"Use a number from 1 to {Group.MaxPeople}.")
            : null)
        ?? (d.Schedule is { } schedule ? ScheduleRules.Check(schedule) : null);
    }

    private static Refusal? Name(string name)
    {
        return string.IsNullOrWhiteSpace(name) || name.Length > 120 || name.Any(char.IsControl)
            ? GroupRefusals.Description("name", "Use 1 to 120 characters on one line.")
            : null;
    }

    private static Refusal? Longest(string field, string? text, int most) =>
        text?.Length > most ? GroupRefusals.Description(field, $"Use up to {most} characters.") : null;

    private static Refusal? Words(string field, ImmutableArray<string> words)
    {
        return words.Length > 10 || words.Any(w => !Word().IsMatch(w)) || words.Distinct().Count() != words.Length
            ? GroupRefusals.Description(field, "Use up to 10 different words of 2 to 30 letters, digits or hyphens.")
            : null;
    }

    private static Refusal? Place(Place? place)
    {
        return place is null ? null
        : Longest("place.name", place.Name, 120)
            ?? Longest("place.address", place.Address, 250)
            ?? Longest("place.town", place.Town, 80)
            ?? (place.Outcode is { } code && !Outcode().IsMatch(code)
                ? GroupRefusals.Description("place.outcode", "Use the first half of a postcode, such as BN2.")
                : null)
            ?? (place.Latitude is < -90 or > 90 || place.Longitude is < -180 or > 180
                || place.Latitude is null != place.Longitude is null
                ? GroupRefusals.Description(
                    "place.latitude", "Give both latitude and longitude in degrees, or neither.")
                : null);
    }

    private static Refusal? Link(string? link)
    {
        return link is null || (link.Length <= 500 && Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps)
            ? null
            : GroupRefusals.Description("onlineLink", "Use an https address of up to 500 characters.");
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{1,29}\\z")]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]?\\z")]
    private static partial Regex Outcode();
}
