using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Asks a person's record whether a program's token works. A yes is cached for a few seconds; if the area does not
/// answer, the token is not accepted.
/// </summary>
internal sealed class Programs(Home home, AreaCoordinators coordinators, TimeProvider clock)
{
    private const int MaxCached = 20_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> working = new();

    /// <summary>
    /// The person for whom the program acts, with their role in the area; null if its token is refused.
    /// </summary>
    public async ValueTask<ClaimsPrincipal?> Find(SecretKey token)
    {
        if (!await Works(token)) return null;
        List<Claim> claims = [new("sub", $"{token.Member}")];
        if (coordinators.RoleOf(token.Member) is { } role) claims.Add(new("role", role));
        return new(new ClaimsIdentity(claims, JwtBearerDefaults.AuthenticationScheme, "sub", "role"));
    }

    /// <summary>Ends the token of one of a person's programs.</summary>
    public async Task End(MemberId member, SessionId id, Caller by)
    {
        await home.Programs(member).End(id, by);
        Forget();
    }

    /// <summary>Forgets what is cached, so that a token that has ended works no longer.</summary>
    public void Forget() => working.Clear();

    private async ValueTask<bool> Works(SecretKey token)
    {
        var now = clock.GetUtcNow();
        if (working.TryGetValue(token.Digest, out var until) && now < until) return true;
        if (!await home.Programs(token.Member).Use(new(token.Id), token.Digest)) return false;
        if (working.Count >= MaxCached) working.Clear();
        working[token.Digest] = now + Lifetime;
        return true;
    }
}
