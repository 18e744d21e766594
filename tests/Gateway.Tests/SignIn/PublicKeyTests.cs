using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>The forms in which an issuer's public key may be written.</summary>
public sealed class PublicKeyTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ECDsa ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task An_elliptic_curve_key_may_be_a_PUBLIC_KEY()
    {
        Assert.True(await Believes(
            ec.ExportSubjectPublicKeyInfoPem(), new(new ECDsaSecurityKey(ec), SecurityAlgorithms.EcdsaSha256)));
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    public async Task An_RSA_key_may_be_a_PUBLIC_KEY(string algorithm) =>
        Assert.True(await Believes(rsa.ExportSubjectPublicKeyInfoPem(), new(new RsaSecurityKey(rsa), algorithm)));

    [Fact]
    public async Task An_RSA_key_may_be_an_RSA_PUBLIC_KEY()
    {
        Assert.True(
            await Believes(rsa.ExportRSAPublicKeyPem(), new(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    public async Task Text_before_the_key_is_ignored()
    {
        Assert.True(await Believes(
            $"Not RSA\n{ec.ExportSubjectPublicKeyInfoPem()}",
            new(new ECDsaSecurityKey(ec), SecurityAlgorithms.EcdsaSha256)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----")]
    public async Task A_file_without_a_public_key_is_refused_by_name(string pem)
    {
        var credentials = new SigningCredentials(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Believes(pem, credentials));
        Assert.Contains(file, fault.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        File.Delete(file);
        rsa.Dispose();
        ec.Dispose();
    }

    private async Task<bool> Believes(string pem, SigningCredentials issuer)
    {
        await File.WriteAllTextAsync(file, pem, TestContext.Current.CancellationToken);
        await using var services = SigningIn.Services(tokens =>
        {
            tokens.Issuer = SigningIn.Issuer;
            tokens.PublicKeyFile = file;
        });
        var bearer = services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>()
            .Get(JwtBearerDefaults.AuthenticationScheme);
        return (await new JsonWebTokenHandler()
            .ValidateTokenAsync(SigningIn.Token(issuer), bearer.TokenValidationParameters)).IsValid;
    }
}
