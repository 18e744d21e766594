using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>How long a verified token is remembered.</summary>
public sealed class RememberedTokenTests
{
    [Fact]
    public async Task A_token_is_remembered_no_longer_than_its_issuer_said()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new ECDsaSecurityKey(ec);
        var issuer = new OpenIdConnectConfiguration { Issuer = SigningIn.Issuer, SigningKeys = { key } };
        // Before the clock is set: a token knows whole seconds, and must not end after the clock's hour.
        var token = SigningIn.Token(new(key, SecurityAlgorithms.EcdsaSha256));
        var clock = new FakeTimeProvider(RunningArea.Now);
        await using var services = SigningIn.Services(
            tokens => tokens.Issuer = SigningIn.Issuer,
            services => services.AddSingleton<TimeProvider>(clock).Configure<JwtBearerOptions>(
                JwtBearerDefaults.AuthenticationScheme,
                bearer => bearer.ConfigurationManager =
                    new StaticConfigurationManager<OpenIdConnectConfiguration>(issuer)));
        var first = (await services.SignIn(token)).Principal;
        Assert.NotNull(first);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Same(first, (await services.SignIn(token)).Principal);
        // The framework goes by the real clock and still accepts the token, but had to verify it to say so.
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotSame(first, (await services.SignIn(token)).Principal);
    }
}
