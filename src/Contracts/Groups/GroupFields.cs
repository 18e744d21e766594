using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PeerNet.Contracts.Groups;

/// <summary>The rules for the fields of a group's description and of its card.</summary>
public static partial class GroupFields
{
    /// <summary>The maximum number of words in a list.</summary>
    public const int MaxWords = 10;

    /// <summary>What a list of words may contain.</summary>
    public const string WordsDetail = "Use up to 10 different words of 2 to 30 letters, digits or hyphens.";

    /// <summary>One word of a list, as a regular expression that other languages also read.</summary>
    public const string WordPattern = $"^{WordForm}$";

    /// <summary>The first half of a postcode, as a regular expression that other languages also read.</summary>
    public const string OutcodePattern = $"^{OutcodeForm}$";

    /// <summary>The months after which a description needs confirming.</summary>
    public const int MonthsToConfirm = 6;

    /// <summary>The maximum number of people in a group.</summary>
    public const int MaxPeople = 500;

    /// <summary>The latitude of the poles, in degrees.</summary>
    public const int MaxLatitude = 90;

    /// <summary>The longitude opposite Greenwich, in degrees.</summary>
    public const int MaxLongitude = 180;

    private const string WordForm = "[A-Za-z0-9][A-Za-z0-9-]{1,29}";
    private const string OutcodeForm = "[A-Z]{1,2}[0-9][0-9A-Z]?";

    /// <summary>The group's name.</summary>
    public static TextRule Name { get; } = TextRule.Line(120);

    /// <summary>What the group is, and what happens the first time.</summary>
    public static TextRule About { get; } = TextRule.Lines(4000);

    /// <summary>The building or room.</summary>
    public static TextRule PlaceName { get; } = TextRule.Line(120);

    /// <summary>The street address, its parts separated by commas.</summary>
    public static TextRule Address { get; } = TextRule.Line(250);

    /// <summary>The town or neighbourhood.</summary>
    public static TextRule Town { get; } = TextRule.Line(80);

    /// <summary>Where it meets online, before it is read as an address.</summary>
    public static TextRule OnlineLink { get; } = TextRule.Line(500);

    /// <summary>How guests reach a lead.</summary>
    public static TextRule GuestContact { get; } = TextRule.Line(250);

    /// <summary>Why the group closes.</summary>
    public static TextRule ClosureReason { get; } = TextRule.Lines(500);

    /// <summary>Whether it is one word, such as <c>low-mood</c>.</summary>
    public static bool IsWord(string? word) => word is not null && Word().IsMatch(word);

    /// <summary>Whether it is a list of different words.</summary>
    public static bool AreWords(ImmutableArray<string> words) =>
        words.AreDifferent() && words.Length <= MaxWords && words.All(IsWord);

    /// <summary>How to write a list of access needs.</summary>
    public const string NeedsDetail = "Use each need only once.";

    /// <summary>Whether it is a list of different access needs.</summary>
    public static bool AreNeeds(ImmutableArray<AccessNeed> needs) =>
        needs.AreDifferent() && needs.All(Enum.IsDefined);

    /// <summary>Whether it is the first half of a postcode.</summary>
    public static bool IsOutcode(string? outcode) => outcode is null || Outcode().IsMatch(outcode);

    /// <summary>Whether it is a point on earth, or none.</summary>
    public static bool IsPoint(double? latitude, double? longitude)
    {
        if (latitude is null && longitude is null) return true;
        return latitude is >= -MaxLatitude and <= MaxLatitude && longitude is >= -MaxLongitude and <= MaxLongitude;
    }

    /// <summary>Whether it is an https address that shows where it leads.</summary>
    public static bool IsOnlineLink(string? link) =>
        link is null || (OnlineLink.Allows(link) && HttpsAddress.Is(link));

    // In .NET, a dollar sign also matches before a line feed at the end.
    [GeneratedRegex($@"\A{WordForm}\z")]
    private static partial Regex Word();

    [GeneratedRegex($@"\A{OutcodeForm}\z")]
    private static partial Regex Outcode();
}
