using System.Security.Claims;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>The caller of a request, from verified claims.</summary>
internal readonly record struct CurrentCaller(Caller Caller)
{
    /// <summary>The caller of the current request; a visitor if nobody is signed in.</summary>
    public static ValueTask<CurrentCaller> BindAsync(HttpContext http)
    {
        return ValueTask.FromResult(new CurrentCaller(
            http.User.Identity is { IsAuthenticated: true } ? Of(http.User) ?? Caller.Visitor : Caller.Visitor));
    }

    /// <summary>
    /// The caller named by the claims, or null if they name nobody who could be a member: a guest has no sign-in.
    /// </summary>
    public static Caller? Of(ClaimsPrincipal token)
    {
        if (!MemberId.TryParse(token.FindFirstValue("sub"), out var member) || member.IsGuest) return null;
        if (token.IsInRole("coordinator")) return new(CallerRole.Coordinator, member);
        if (token.IsInRole("networkCoordinator")) return new(CallerRole.NetworkCoordinator, member);
        return new(CallerRole.Member, member);
    }
}
