using PeerNet.Contracts;

namespace PeerNet.Gateway.Link;

/// <summary>How pages say who can read something, in English; keys of the translations.</summary>
internal static class ReadersWords
{
    public static string Of(Readers readers) => readers switch
    {
        Readers.MyArea => "People in this area who are signed in",
        Readers.AllAreas => "Anybody, on the web",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
