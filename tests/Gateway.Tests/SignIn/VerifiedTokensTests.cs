using System.Reflection;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>A token is verified once, and only for as long as it would be believed anyway.</summary>
public sealed class VerifiedTokensTests
{
    private readonly FakeTimeProvider clock = new(RunningArea.Now);
    private readonly ClaimsPrincipal somebody = new();
    private readonly object keys = new();

    [Fact]
    public void A_token_is_known_until_it_expires()
    {
        var verified = new VerifiedTokens(clock);
        verified.Add("token", somebody, clock.GetUtcNow().AddMinutes(5), keys);
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Same(somebody, verified.Find("token", keys));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(verified.Find("token", keys));
        Assert.Equal(0, verified.Count);
    }

    [Fact]
    public void A_token_is_not_recognised_with_other_keys_or_another_text()
    {
        var verified = new VerifiedTokens(clock);
        verified.Add("token", somebody, clock.GetUtcNow().AddMinutes(5), keys);
        Assert.Null(verified.Find("token.", keys));
        Assert.Same(somebody, verified.Find("token", keys));
        Assert.Null(verified.Find("token", new()));
    }

    [Fact]
    public void The_number_of_cached_tokens_is_limited_and_those_in_use_stay()
    {
        var verified = new VerifiedTokens(clock);
        verified.Add("in use", somebody, clock.GetUtcNow().AddMinutes(5), keys);
        for (var token = 0; token < 3 * VerifiedTokens.MaxTokens; token++)
        {
            verified.Add($"{token}", somebody, clock.GetUtcNow().AddMinutes(5), keys);
            if (token % 1000 == 0) Assert.Same(somebody, verified.Find("in use", keys));
            Assert.True(verified.Count <= VerifiedTokens.MaxTokens);
        }
        Assert.Null(verified.Find("0", keys));
        Assert.InRange(verified.Count, VerifiedTokens.MaxTokens / 2, VerifiedTokens.MaxTokens);
    }

    [Fact]
    public void A_token_that_was_never_verified_takes_no_place()
    {
        var verified = new VerifiedTokens(clock);
        Assert.Null(verified.Find("token", keys));
        Assert.Equal(0, verified.Count);
    }

    [Fact]
    public async Task The_second_time_a_token_is_not_verified_and_names_the_same_person()
    {
        using var issuer = new FakeIssuer();
        await using var services = Gateway(issuer);
        var token = SigningIn.Token(issuer.Credentials);
        var first = (await services.SignIn(token)).Principal;
        Assert.True(first!.IsInRole("coordinator"));
        Assert.Same(first, (await services.SignIn(token)).Principal);
    }

    [Fact]
    public async Task A_token_is_refused_once_its_issuer_has_withdrawn_the_key()
    {
        using var issuer = new FakeIssuer();
        await using var services = Gateway(issuer);
        var token = SigningIn.Token(issuer.Credentials);
        Assert.True((await services.SignIn(token)).Succeeded);
        issuer.Rotate();
        Assert.False((await services.SignIn(token)).Succeeded);
        Assert.True((await services.SignIn(SigningIn.Token(issuer.Credentials))).Succeeded);
    }

    [Fact]
    public async Task Nothing_of_a_token_is_remembered_but_whom_it_names_and_their_role()
    {
        using var issuer = new FakeIssuer();
        await using var services = Gateway(issuer);
        var token = SigningIn.Token(issuer.Credentials);
        Assert.True((await services.SignIn(token)).Succeeded);
        var verified = services.GetRequiredService<VerifiedTokens>();
        Assert.Equal(1, verified.Count);
        var texts = Texts(verified, []);
        Assert.Contains("coordinator", texts);
        Assert.DoesNotContain("Robin", texts);
        foreach (var part in token.Split('.'))
            Assert.DoesNotContain(texts, text => text.Contains(part, StringComparison.Ordinal));
    }

    private static ServiceProvider Gateway(FakeIssuer issuer)
    {
        return SigningIn.Services(
            tokens => tokens.Issuer = SigningIn.Issuer,
            services => services.Configure<JwtBearerOptions>(
                JwtBearerDefaults.AuthenticationScheme, bearer => bearer.ConfigurationManager = issuer));
    }

    /// <summary>Every text that can be reached from an object by its fields.</summary>
    private static List<string> Texts(object? from, HashSet<object> seen)
    {
        if (from is string text) return [text];
        if (from is null || from.GetType().IsPrimitive || from is Type or OpenIdConnectConfiguration || !seen.Add(from))
            return [];
        if (from is char[] characters) return [new(characters)];
        if (from is byte[] bytes) return [System.Text.Encoding.UTF8.GetString(bytes)];
        if (from is Array items) return [.. items.Cast<object?>().SelectMany(item => Texts(item, seen))];
        var fields = new List<FieldInfo>();
        for (var type = from.GetType(); type is not null; type = type.BaseType)
        {
            fields.AddRange(type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }
        return [
            .. fields.Where(field => !field.FieldType.IsPointer).SelectMany(field => Texts(field.GetValue(from), seen))
        ];
    }

    private sealed class FakeIssuer : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
    {
        private ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        private OpenIdConnectConfiguration? published;

        public SigningCredentials Credentials => new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256);

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
        {
            return Task.FromResult(
                published ??= new() { Issuer = SigningIn.Issuer, SigningKeys = { new ECDsaSecurityKey(key) } });
        }

        public void Rotate()
        {
            key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            published = null;
        }

        public void RequestRefresh() => published = null;

        public void Dispose() => key.Dispose();
    }
}
