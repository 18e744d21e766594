using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>The Gateway's sign-in without the rest of it.</summary>
internal static class SigningIn
{
    public const string Issuer = "https://issuer.example.invalid";

    private const string Area = "east-sussex";

    public static ServiceProvider Services(Action<TokenOptions> tokens, Action<IServiceCollection>? also = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<GatewayOptions>().Configure(gateway =>
        {
            gateway.Area = Area;
            tokens(gateway.Tokens);
        });
        services.AddTokens();
        also?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>One request with a token.</summary>
    public static async Task<AuthenticateResult> SignIn(this IServiceProvider services, string token)
    {
        // The framework remembers its answer for as long as the request's scope lives.
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(
            new DefaultHttpContext
            {
                RequestServices = scope.ServiceProvider, Request = { Headers = { Authorization = $"Bearer {token}" } }
            },
            JwtBearerDefaults.AuthenticationScheme);
    }

    /// <summary>A token for an hour that names somebody.</summary>
    public static string Token(SigningCredentials issuer)
    {
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Area,
            Expires = RunningArea.Now.AddHours(1).UtcDateTime,
            SigningCredentials = issuer,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = $"{Guid.CreateVersion7()}", ["role"] = "coordinator", ["name"] = "Robin"
            },
        });
    }
}
