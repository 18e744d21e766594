using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Caches the callers named by verified bearer tokens, because checking the signature takes a third of the processor
/// time of a read. The key is the token's SHA-256; its text is not stored.
/// </summary>
internal sealed class VerifiedTokens(TimeProvider clock)
{
    /// <summary>
    /// The maximum number of cached tokens. The least recently used are dropped, and verified again when next sent.
    /// </summary>
    public const int MaxTokens = 20_000;

    private readonly Lock turning = new();
    private ConcurrentDictionary<Digest, Verified> recent = new(), older = new();
    private int added;

    /// <summary>The number of cached tokens.</summary>
    public int Count => recent.Count + older.Count;

    /// <summary>
    /// The caller named by the token, or null if it must be verified: not cached, expired, or verified with other keys.
    /// </summary>
    /// <param name="token">The token, as it was sent.</param>
    /// <param name="keys">The issuer's current keys.</param>
    public ClaimsPrincipal? Find(string token, object keys)
    {
        var digest = Digest.Of(token);
        if (!recent.TryGetValue(digest, out var known) && older.TryRemove(digest, out known)) Add(digest, known);
        if (known is null) return null;
        if (ReferenceEquals(known.Keys, keys) && clock.GetUtcNow() < known.Expires) return known.Principal;
        recent.TryRemove(digest, out _);
        return null;
    }

    /// <summary>Caches a token that has just been verified.</summary>
    public void Add(string token, ClaimsPrincipal principal, DateTimeOffset expires, object keys) =>
        Add(Digest.Of(token), new(principal, expires, keys));

    private void Add(Digest digest, Verified verified)
    {
        if (!recent.TryAdd(digest, verified)) recent[digest] = verified;
        else if (Interlocked.Increment(ref added) >= MaxTokens / 2) Turn();
    }

    // Two halves: whatever is used moves to the newer one, and the older one is dropped once the newer is full.
    private void Turn()
    {
        lock (turning)
        {
            if (added < MaxTokens / 2) return;
            older = recent;
            recent = new();
            added = 0;
        }
    }

    private sealed record Verified(ClaimsPrincipal Principal, DateTimeOffset Expires, object Keys);

    private readonly record struct Digest(UInt128 First, UInt128 Second)
    {
        public static Digest Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
            return MemoryMarshal.Read<Digest>(hash);
        }
    }
}
