using System.Collections.Concurrent;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Turns away people who have been erased (410), whatever they ask for: their tokens are valid until they expire. The
/// person's record is asked, and thereby learns that they call themselves; the answer is cached for a few seconds.
/// </summary>
internal sealed class ErasedCallers(Home home, TimeProvider clock)
{
    /// <summary>The maximum number of cached answers. When there are more, all are asked for again.</summary>
    public const int MaxCallers = 20_000;

    /// <summary>
    /// How long an answer is cached: an erasure through another Gateway takes effect here this much later.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    // Who is erased stays erased, so that answer never expires.
    private readonly ConcurrentDictionary<MemberId, DateTimeOffset> seen = new();
    private int added;

    /// <summary>Middleware: answers 410 if the caller has been erased.</summary>
    public async Task Refuse(HttpContext http, RequestDelegate next)
    {
        if (CurrentCaller.Of(http.User) is { Member: { } member } by
            && await IsErased(by, member))
        {
            http.Response.Headers.CacheControl = "no-store";
            await MemberRefusals.Erased.ToProblem().ExecuteAsync(http);
            return;
        }
        await next(http);
    }

    /// <summary>Notes that a person has been erased, so that nothing cached outlives it.</summary>
    public void Note(MemberId erased) => seen[erased] = DateTimeOffset.MaxValue;

    /// <summary>Whether the caller has been erased; false if the area does not answer.</summary>
    public ValueTask<bool> IsErased(Caller by, MemberId member)
    {
        return seen.TryGetValue(member, out var until) && clock.GetUtcNow() < until
            ? ValueTask.FromResult(until == DateTimeOffset.MaxValue)
            : new(Ask(by, member));
    }

    private async Task<bool> Ask(Caller by, MemberId member)
    {
        try
        {
            var answer = await home.Member(member).Recognise(by).WaitAsync(Timeout, clock);
            if (answer.Refused(out _, out var hasRecord))
            {
                Note(member);
                return true;
            }
            // Whoever has no record yet is asked about every time, because it becomes theirs when they next call.
            if (hasRecord) Keep(member, clock.GetUtcNow() + Lifetime);
            return false;
        }
        catch (Exception)
        {
            // Whatever needs the area fails by itself, and the finder, which does not, goes on.
            return false;
        }
    }

    private void Keep(MemberId member, DateTimeOffset until)
    {
        if (Interlocked.Increment(ref added) > MaxCallers)
        {
            seen.Clear();
            added = 0;
        }
        // An erasure may have been noted while the record was asked.
        seen.AddOrUpdate(member, until, (_, known) => known > until ? known : until);
    }
}
