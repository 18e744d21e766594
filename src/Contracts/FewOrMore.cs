namespace PeerNet.Contracts;

/// <summary>A number that is said only where it leads to nobody: "a few" below four groups.</summary>
/// <param name="IsAny">Whether there is one at all.</param>
/// <param name="Number">How many, if at least four groups are behind it.</param>
[GenerateSerializer, Immutable, Alias("peernet.few-or-more")]
public sealed record FewOrMore([property: Id(0)] bool IsAny, [property: Id(1)] int? Number)
{
    /// <summary>How many groups have to be behind a number.</summary>
    public const int MinGroups = 4;

    /// <summary>None.</summary>
    public static FewOrMore None { get; } = new(false, null);

    /// <summary>So many, from so many groups.</summary>
    public static FewOrMore Of(int number, int groups) =>
        number == 0 ? None : new(true, groups >= MinGroups ? number : null);
}
