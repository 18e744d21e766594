using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Limits;

/// <summary>How often each person may create one kind of thing in a day, counted from midnight UTC.</summary>
internal sealed class DailyQuota(int perDay, TimeProvider clock)
{
    private readonly Lock turning = new();
    private (DateOnly Day, ConcurrentDictionary<MemberId, int> Created) today;

    /// <summary>The time until the next day.</summary>
    public TimeSpan UntilTomorrow => TimeSpan.FromDays(1) - clock.GetUtcNow().TimeOfDay;

    /// <summary>Takes one of today's, or returns false if none is left.</summary>
    public bool TryTake(MemberId member)
    {
        var created = Created();
        if (created.AddOrUpdate(member, 1, (_, before) => before + 1) <= perDay) return true;
        Return(member);
        return false;
    }

    /// <summary>Gives one back, because nothing was created.</summary>
    public void Return(MemberId member) => Created().AddOrUpdate(member, 0, (_, before) => Math.Max(0, before - 1));

    private ConcurrentDictionary<MemberId, int> Created()
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (turning)
        {
            if (today.Day != day || today.Created is null) today = (day, new());
            return today.Created;
        }
    }
}

/// <summary>The quotas of this Gateway, each shared by the API and the page that create the same.</summary>
internal sealed class DailyQuotas(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DailyQuota> all = new();

    /// <summary>The quota of that name.</summary>
    public DailyQuota Of(string name, int perDay) => all.GetOrAdd(name, _ => new(perDay, clock));
}

/// <summary>
/// Applies a daily quota to an endpoint: only a request that creates something counts (201, or a form that leads on).
/// </summary>
internal static class DailyQuotaFilter
{
    /// <summary>
    /// Adds the quota. Coordinators have none. <paramref name="exists"/> says whether a request that came too late is
    /// for something there already, which can still be changed.
    /// </summary>
    public static void Within(
        this RouteHandlerBuilder endpoint, Func<LimitOptions, int> perDay,
        Func<HttpContext, CurrentCaller, Task<bool>>? exists = null,
        [CallerArgumentExpression(nameof(perDay))] string name = "")
    {
        endpoint.AddEndpointFilterFactory((factory, next) =>
        {
            var services = factory.ApplicationServices;
            var limits = services
                .GetRequiredService<Microsoft.Extensions.Options.IOptions<GatewayOptions>>().Value.Limits;
            if (!limits.Enabled) return next;
            var quota = services.GetRequiredService<DailyQuotas>().Of(name, perDay(limits));
            return context => Apply(context, next, quota, exists);
        });
    }

    /// <summary>
    /// Adds the quota to an endpoint that creates one thing, which <paramref name="get"/> reads by the ID in the
    /// address.
    /// </summary>
    public static void Within<TId, T>(
        this RouteHandlerBuilder endpoint, Func<LimitOptions, int> perDay,
        Func<Home, TId, Caller, Task<Result<T>>> get, string route = "id",
        [CallerArgumentExpression(nameof(perDay))] string name = "")
        where TId : struct, IId<TId>
    {
        endpoint.Within(perDay, Exists, name);

        async Task<bool> Exists(HttpContext http, CurrentCaller by)
        {
            if (!Ids.TryParse($"{http.GetRouteValue(route)}", out TId id)) return false;
            var home = http.RequestServices.GetRequiredService<Home>();
            return !(await get(home, id, by.Caller)).Refused(out _, out _);
        }
    }

    private static async ValueTask<object?> Apply(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next, DailyQuota quota,
        Func<HttpContext, CurrentCaller, Task<bool>>? exists)
    {
        var http = context.HttpContext;
        var by = await CurrentCaller.BindAsync(http);
        if (by.Caller is not { Role: CallerRole.Member, Member: { } member }) return await next(context);
        if (!quota.TryTake(member))
        {
            if (exists is not null && await exists(http, by)) return await next(context);
            return TooMany.Refuse(http, quota.UntilTomorrow);
        }
        var created = false;
        try
        {
            var result = await next(context);
            var plain = result is INestedHttpResult nested ? nested.Result : result;
            created = plain is IStatusCodeHttpResult { StatusCode: StatusCodes.Status201Created } or RedirectHttpResult;
            return result;
        }
        finally
        {
            if (!created) quota.Return(member);
        }
    }
}
