using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;

namespace PeerNet.Grains.Groups;

/// <summary>Validates a group's description.</summary>
internal static class DescriptionRules
{
    /// <summary>Returns a refusal of the first invalid field (code <c>group.description</c>), or null.</summary>
    public static Refusal? Check(GroupDescription d)
    {
        return Text("name", d.Name, GroupFields.Name)
        ?? Text("about", d.About, GroupFields.About)
        ?? Welcome(GuestWelcome.Of(d))
        ?? Words("for", d.For)
        ?? Words("topics", d.Topics)
        ?? Words("languages", d.Languages)
        ?? Unless(GroupFields.AreNeeds(d.Needs), "needs", GroupFields.NeedsDetail)
        ?? Unless(
            d.Capacity is null or (>= 1 and <= Group.MaxPeople),
            "capacity",
            $"Use a number from 1 to {Group.MaxPeople}.")
        ?? ScheduleRules.Check(d.Pauses)
        ?? (d.Schedule is { } schedule ? ScheduleRules.Check(schedule) : null);
    }

    /// <summary>Returns a refusal of the first invalid field of what guests are told, or null.</summary>
    public static Refusal? Welcome(GuestWelcome welcome)
    {
        return Text("firstTime", welcome.FirstTime, GroupFields.About)
        ?? CheckPlace(welcome.Place)
        ?? Unless(
            GroupFields.IsOnlineLink(welcome.OnlineLink),
            "onlineLink",
            "Use an https address of up to 500 characters, without spaces or a password.")
        ?? Text("guestContact", welcome.GuestContact, GroupFields.GuestContact);
    }

    /// <summary>Returns a refusal of the first invalid field of a place, or null.</summary>
    public static Refusal? CheckPlace(Place? place)
    {
        if (place is null) return null;
        return Text("place.name", place.Name, GroupFields.PlaceName)
        ?? Unless(
            GroupFields.Address.Allows(place.Address),
            "place.address",
            $"{GroupFields.Address.Detail} Put commas between the parts of an address.")
        ?? Text("place.town", place.Town, GroupFields.Town)
        ?? Unless(
            GroupFields.IsOutcode(place.Outcode),
            "place.outcode",
            "Use the first half of a postcode in capitals, such as BN2.")
        ?? Unless(
            GroupFields.IsPoint(place.Latitude, place.Longitude),
            "place.latitude",
            "Give both latitude and longitude in degrees, or neither.");
    }

    private static Refusal? Text(string field, string? text, TextRule rule) =>
        Unless(rule.Allows(text), field, rule.Detail);

    private static Refusal? Words(string field, ImmutableArray<string> words) =>
        Unless(GroupFields.AreWords(words), field, GroupFields.WordsDetail);

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : GroupRefusals.Description(field, detail);
}
