using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Refuses an invalid or foreign token on public addresses too. Otherwise a caller whose token has expired would see
/// what strangers see, and take it for everything.
/// </summary>
internal static class TokenCheck
{
    public static async Task Check(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Authorization.Count == 0 || http.GetEndpoint() is null
            || (await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme)).Succeeded)
        {
            await next(http);
            return;
        }
        http.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        await RequestRefusals.TokenRefused.ToProblem().ExecuteAsync(http);
    }
}
