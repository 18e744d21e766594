namespace PeerNet.Locality.Tests.Story;

/// <summary>One run of the story. Two worlds of the same words have the same ids, cards and dates.</summary>
/// <param name="Words">From which ids and texts follow.</param>
/// <param name="Differing">The area whose own personal values are of other words; null: none.</param>
/// <param name="Personal">These other words.</param>
/// <param name="Longer">How much longer its texts are.</param>
internal sealed record World(string Words, string? Differing = null, string? Personal = null, int Longer = 0)
{
    /// <summary>A world that never was before.</summary>
    public static World New() => new($"{Guid.CreateVersion7()}");

    public string PersonalIn(string area) => area == Differing ? Personal! : Words;

    public string MoreIn(string area) => area == Differing ? $" {new string('o', Longer)}" : "";

    /// <summary>Whether the people of that area came to their own meetings.</summary>
    public bool CameIn(string area) => area != Differing;
}
