using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Groups;

/// <summary>How pages name what a group says about itself, in English; keys of the translations.</summary>
internal static class GroupWords
{
    public static string Of(AccessNeed need) => need switch
    {
        AccessNeed.StepFree => "No steps from the street to your seat",
        AccessNeed.AccessibleToilet => "Accessible toilet",
        AccessNeed.HearingLoop => "Hearing loop",
        AccessNeed.SignLanguage => "British Sign Language interpreter",
        AccessNeed.QuietSpace => "A quiet room to go to",
        AccessNeed.LowSensory => "Soft light and no strong smells",
        AccessNeed.ChildFriendly => "You can bring children",
        AccessNeed.Parking => "Parking",
        AccessNeed.NearBus => "Near a bus stop",
        AccessNeed.TravelHelp => "Help with getting there",
        AccessNeed.BringSomeone => "You can bring somebody with you",
        AccessNeed.TextOnly => "You can take part by writing only",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(MeetingFormat format) => format switch
    {
        MeetingFormat.InPerson => "In person",
        MeetingFormat.Online => "Online",
        MeetingFormat.Hybrid => "In person and online",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Joining joining) => joining switch
    {
        Joining.Open => "Anyone can join.",
        Joining.Ask => "Ask first, and somebody from the group will answer.",
        Joining.Invite => "The group invites people.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(PlacePrivacy privacy) => privacy switch
    {
        PlacePrivacy.Exact => "Everybody sees the address",
        PlacePrivacy.AreaOnly => "Everybody sees the town; people of the group see the address",
        PlacePrivacy.OnRequest => "Only people of the group see it; you tell those who ask",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A word of the group's own, such as <c>low-mood</c>, as people write it.</summary>
    public static string Written(string word) => word.Replace('-', ' ');

    /// <summary>A place in one line, with what is known of it.</summary>
    public static string Written(Place place)
    {
        string?[] parts = [place.Name, place.Address, place.Town, place.Outcode];
        return string.Join(", ", parts.OfType<string>());
    }
}
