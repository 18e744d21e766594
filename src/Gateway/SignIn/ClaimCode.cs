using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// The code on a slip of paper: 12 letters and digits (60 bits), none of which looks like another. It is on the slip
/// and nowhere else; the area keeps a digest. <see cref="ToString"/> does not show it.
/// </summary>
internal sealed class ClaimCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12, GroupLength = 4;

    private readonly string letters;

    private ClaimCode(string letters) => this.letters = letters;

    /// <summary>The code as it is printed, in three groups.</summary>
    public string Printed => string.Join(' ', letters.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>The code as an address has it, after the #, which no browser sends.</summary>
    public string InAddress => letters;

    /// <summary>Its SHA-256, in hexadecimal digits.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"slip/{letters}")));

    /// <summary>A new code.</summary>
    public static ClaimCode New() => new(RandomNumberGenerator.GetString(Letters, Length));

    /// <summary>Reads what somebody typed: spaces, hyphens and case do not count; O is 0, I and L are 1.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out ClaimCode? code)
    {
        var meant = (typed ?? "").ToUpperInvariant().Where(letter => letter != '-' && !char.IsWhiteSpace(letter))
            .Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter });
        var text = string.Concat(meant);
        code = text.Length == Length && text.All(Letters.Contains) ? new(text) : null;
        return code is not null;
    }

    /// <summary>What it is, without saying which.</summary>
    public override string ToString() => "(code)";
}
