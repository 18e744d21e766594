namespace PeerNet.Contracts;

/// <summary>Who can read what groups have said, once those it belongs to have agreed to it.</summary>
[GenerateSerializer, Alias("peernet.readers")]
public enum Readers
{
    /// <summary>Everybody in the area who is signed in.</summary>
    MyArea,
    /// <summary>
    /// Anyone, in all areas, signed in or not: its text is on a card, which other areas receive and visitors read.
    /// </summary>
    AllAreas,
}
