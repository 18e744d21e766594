using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PeerNet.Scenarios;

/// <summary>
/// An OpenID Connect issuer that believes whoever one says one is (<c>as</c>), and does on request what an issuer must
/// not do (<c>wrong</c>).
/// </summary>
public sealed class StandInIssuer : IAsyncDisposable
{
    /// <summary>The ID of its only client.</summary>
    public const string ClientId = "peernet-tests";

    /// <summary>The secret of that client.</summary>
    public const string ClientSecret = "a secret of tests";

    private readonly WebApplication app;
    private readonly SigningCredentials key = NewKey();
    private readonly SigningCredentials foreignKey = NewKey();
    private readonly ConcurrentDictionary<string, IQueryCollection> codes = new();

    /// <summary>Builds it; it runs once it is started.</summary>
    public StandInIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Url);
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string>
        {
            ["issuer"] = Url, ["jwks_uri"] = $"{Url}/keys",
            ["authorization_endpoint"] = $"{Url}/authorize", ["token_endpoint"] = $"{Url}/token",
        });
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", Redeem);
    }

    /// <summary>Its address.</summary>
    public string Url { get; } = $"http://127.0.0.1:{Ports.Free()}";

    /// <summary>What it was asked for, each time.</summary>
    public ConcurrentQueue<string> Scopes { get; } = new();

    /// <summary>Starts it.</summary>
    public Task Start(CancellationToken cancel) => app.StartAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private IResult Keys()
    {
        var rsa = ((RsaSecurityKey)key.Key).Rsa.ExportParameters(false);
        return Results.Json(new Dictionary<string, Dictionary<string, string>[]>
        {
            ["keys"] =
            [
                new()
                {
                    ["kty"] = "RSA", ["kid"] = key.Key.KeyId, ["alg"] = key.Algorithm, ["use"] = "sig",
                    ["n"] = Base64UrlEncoder.Encode(rsa.Modulus), ["e"] = Base64UrlEncoder.Encode(rsa.Exponent),
                },
            ],
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        var isGood = asked["client_id"] == ClientId && asked["response_type"] == "code"
            && asked["code_challenge_method"] == "S256" && asked["nonce"].Count == 1;
        if (!isGood) return TypedResults.BadRequest();
        if (asked["as"].Count == 0) return TypedResults.Text(AskWho(asked), "text/html");
        Scopes.Enqueue($"{asked["scope"]}");
        var back = $"{asked["redirect_uri"]}?state={Uri.EscapeDataString($"{asked["state"]}")}";
        if (asked["wrong"] == "denied")
            return TypedResults.Redirect($"{back}&error=access_denied&error_description={asked["as"]}");
        if (asked["wrong"] == "fault")
            return TypedResults.Redirect($"{back}&error=server_error&error_description={asked["as"]}");
        var code = RandomNumberGenerator.GetHexString(32);
        codes[code] = asked;
        return TypedResults.Redirect($"{back}&code={code}");
    }

    private async Task<IResult> Redeem(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.TryRemove($"{form["code"]}", out var asked) || asked["wrong"] == "grant")
            return Refuse($"invalid_grant {asked?["as"]}");
        if (asked["wrong"] == "broken") return Results.Text($"{asked["as"]}", statusCode: 500);
        if (asked["wrong"] == "gone") request.HttpContext.Abort();
        var proof = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}")));
        if (proof != asked["code_challenge"] || form["client_secret"] != ClientSecret
            || form["redirect_uri"] != asked["redirect_uri"])
            return Refuse("invalid_client");
        return TypedResults.Json(new Dictionary<string, string>
        {
            ["token_type"] = "Bearer", ["access_token"] = "none", ["id_token"] = TokenFor(asked),
        });
    }

    private string TokenFor(IQueryCollection asked)
    {
        var wrong = $"{asked["wrong"]}";
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var age = TimeSpan.FromHours(wrong == "late" ? -2 : 0);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = wrong == "issuer" ? "https://another.example.invalid" : Url,
            Audience = wrong == "audience" ? "somebody-else" : ClientId,
            IssuedAt = now + age,
            NotBefore = now + age,
            Expires = now + age + TimeSpan.FromMinutes(5),
            SigningCredentials = wrong == "key" ? foreignKey : key,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = $"{asked["as"]}",
                ["nonce"] = wrong == "nonce" ? "another" : $"{asked["nonce"]}",
            },
        });
    }

    private static string AskWho(IQueryCollection asked)
    {
        var kept = asked.Select(one =>
            $"""<input type="hidden" name="{one.Key}" value="{WebUtility.HtmlEncode($"{one.Value}")}">""");
        return $"""
            <!doctype html><title>Who are you?</title><h1>Who are you?</h1>
            <form>{string.Concat(kept)}<button name="as" value="someone-1">Someone</button></form>
            """;
    }

    private static IResult Refuse(string error) =>
        Results.Json(new Dictionary<string, string> { ["error"] = error }, statusCode: 400);

    private static SigningCredentials NewKey() =>
        new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "1" }, SecurityAlgorithms.RsaSha256);
}
