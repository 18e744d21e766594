namespace PeerNet.Gateway.Finder.Query;

/// <summary>How many of what was found there are of each kind: exact, most first, up to 100 values of a
/// facet.</summary>
/// <param name="Area">By area.</param>
/// <param name="Day">By weekday with a meeting, <c>mon</c> to <c>sun</c>.</param>
/// <param name="Part">By part of the day with a meeting.</param>
/// <param name="Format">By format.</param>
/// <param name="Need">By access need that is met.</param>
/// <param name="For">By whom they are for.</param>
/// <param name="Topic">By topic.</param>
/// <param name="Language">By language.</param>
/// <param name="WelcomesNewcomers">By whether newcomers are welcome without notice.</param>
public sealed record FinderFacets(
    IReadOnlyDictionary<string, int> Area,
    IReadOnlyDictionary<string, int> Day,
    IReadOnlyDictionary<string, int> Part,
    IReadOnlyDictionary<string, int> Format,
    IReadOnlyDictionary<string, int> Need,
    IReadOnlyDictionary<string, int> For,
    IReadOnlyDictionary<string, int> Topic,
    IReadOnlyDictionary<string, int> Language,
    IReadOnlyDictionary<string, int> WelcomesNewcomers);
