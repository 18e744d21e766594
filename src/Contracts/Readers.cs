namespace PeerNet.Contracts;

/// <summary>Who can read what groups have said, once those it belongs to have agreed to it.</summary>
[GenerateSerializer, Alias("peernet.readers")]
public enum Readers
{
    /// <summary>Everybody in the area who is signed in.</summary>
    MyArea,
    /// <summary>People in all areas: other areas receive its text as a card.</summary>
    AllAreas,
}
