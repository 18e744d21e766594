using PeerNet.Contracts;

namespace PeerNet.Gateway.Link;

/// <summary>How pages say who can read something, in English; keys of the translations.</summary>
internal static class ReadersWords
{
    public static string Of(Readers readers) => readers switch
    {
        Readers.MyArea => "People in this area who are signed in",
        Readers.AllAreas => "Anyone, in all three areas, signed in or not",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
