using PeerNet.Contracts;
using PeerNet.Contracts.Panels;

namespace PeerNet.Gateway.Panels;

/// <summary>
/// A candidate in an address: one letter, large or small. The framework's own parsing would also take numbers.
/// </summary>
internal readonly record struct CandidateLetter(Candidate Value)
{
    /// <summary>Parses the letter; used by route binding.</summary>
    public static bool TryParse(string? text, out CandidateLetter letter)
    {
        var found = Words<Candidate>.Find(text?.ToLowerInvariant() ?? "");
        letter = new(found ?? default);
        return found is not null;
    }
}
