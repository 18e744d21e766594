using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Gatherings;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Begins and ends sessions, and asks a person's record whether one still lasts. The answer is cached for a few
/// seconds.
/// </summary>
internal sealed class Sessions(Home home, Programs programs, TableTicket tables, TimeProvider clock)
{
    /// <summary>The claim of a cookie that has the session's ID.</summary>
    public const string Claim = "sid";

    /// <summary>The maximum number of cached answers. When there are more, all are asked for again.</summary>
    public const int MaxSessions = 20_000;

    /// <summary>
    /// How long an answer is cached: a session that is ended through another Gateway ends here this much later.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SessionId, DateTimeOffset> open = new();

    /// <summary>The session of the current request, or null.</summary>
    public static SessionId? Of(ClaimsPrincipal? who) =>
        SessionId.TryParse(who?.FindFirstValue(Claim), out var id) ? id : null;

    /// <summary>Signs a person in, in this browser.</summary>
    public async Task Begin(HttpContext http, MemberId member, string? role, bool keep)
    {
        var id = new SessionId(Guid.CreateVersion7(clock.GetUtcNow()));
        var device = Devices.Of(http.Request.Headers.UserAgent.ToString());
        await home.Sessions(member).Begin(id, device, new(CallerRole.Member, member));
        await http.SignInAsync(
            SessionCookie.Scheme, SessionCookie.Of(member, id, role), new() { IsPersistent = keep });
    }

    /// <summary>Signs the person of this request out.</summary>
    public async Task End(HttpContext http)
    {
        var who = (await http.AuthenticateAsync(SessionCookie.Scheme)).Principal;
        if (Of(who) is { } id && CurrentCaller.Of(who!) is { Member: { } member } by) await End(member, id, by);
        await Leave(http);
    }

    /// <summary>Ends one of a person's sessions.</summary>
    public async Task End(MemberId member, SessionId id, Caller by)
    {
        await home.Sessions(member).End(id, by);
        open.TryRemove(id, out _);
    }

    /// <summary>Ends every session of a person, and what else would let somebody in who has a copy.</summary>
    public async Task EndAll(HttpContext http, MemberId member, Caller by)
    {
        foreach (var id in await home.Sessions(member).EndAll(by)) open.TryRemove(id, out _);
        programs.Forget();
        await Leave(http);
    }

    /// <summary>Whether a session still lasts; true if the area does not answer.</summary>
    public ValueTask<bool> IsOpen(MemberId member, SessionId id, Caller by)
    {
        var isKnown = open.TryGetValue(id, out var until) && clock.GetUtcNow() < until;
        return isKnown ? ValueTask.FromResult(true) : new(Ask(member, id, by));
    }

    private async Task Leave(HttpContext http)
    {
        await http.SignOutAsync(SessionCookie.Scheme);
        tables.Delete(http);
        // What the pages kept for use without a network belongs to the person who has left.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    private async Task<bool> Ask(MemberId member, SessionId id, Caller by)
    {
        try
        {
            if (!await home.Sessions(member).Use(id, by).WaitAsync(Timeout, clock)) return false;
            if (open.Count >= MaxSessions) open.Clear();
            open[id] = clock.GetUtcNow() + Lifetime;
            return true;
        }
        catch (Exception)
        {
            // Whatever needs the area fails by itself, and the finder, which does not, goes on.
            return true;
        }
    }
}
