using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Where the keys of an issuer on the network come from.</summary>
public sealed class IssuerTests
{
    [Theory]
    [InlineData(null, SigningIn.Issuer)]
    [InlineData("https://another.example.invalid", "https://another.example.invalid")]
    public async Task Keys_come_from_the_authority_which_is_the_issuer_unless_another_is_set(string? set, string issuer)
    {
        await using var services = SigningIn.Services(tokens =>
        {
            tokens.Authority = SigningIn.Issuer;
            tokens.Issuer = set;
        });
        var bearer = services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>()
            .Get(JwtBearerDefaults.AuthenticationScheme);
        Assert.Equal($"{SigningIn.Issuer}/.well-known/openid-configuration", bearer.MetadataAddress);
        Assert.NotNull(bearer.ConfigurationManager);
        Assert.Equal(issuer, bearer.TokenValidationParameters.ValidIssuer);
    }
}
