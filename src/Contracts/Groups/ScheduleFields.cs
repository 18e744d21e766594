using System.Text.RegularExpressions;

namespace PeerNet.Contracts.Groups;

/// <summary>The limits of a group's schedule and pauses.</summary>
public static partial class ScheduleFields
{
    /// <summary>The maximum number of series.</summary>
    public const int MaxSeries = 12;

    /// <summary>The maximum number of versions of one series.</summary>
    public const int MaxVersions = 12;

    /// <summary>The maximum number of versions of all series together.</summary>
    public const int MaxVersionsInAll = 24;

    /// <summary>The maximum number of days left out.</summary>
    public const int MaxExceptions = 100;

    /// <summary>The maximum number of pauses.</summary>
    public const int MaxPauses = 20;

    /// <summary>The maximum length of a recurrence rule, in characters.</summary>
    public const int MaxRuleLength = 200;

    /// <summary>A series' ID, as a regular expression that other languages also read.</summary>
    public const string IdPattern = $"^{IdForm}$";

    private const string IdForm = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

    /// <summary>Whether it is a word that a group may give one of its series as an ID.</summary>
    public static bool IsId(string? id) => id is not null && Id().IsMatch(id);

    // In .NET, a dollar sign also matches before a line feed at the end.
    [GeneratedRegex($@"\A{IdForm}\z")]
    private static partial Regex Id();
}
