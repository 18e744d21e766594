using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Which bearer tokens are believed.</summary>
public sealed class TokenTests(RunningArea area)
{
    private static readonly Dictionary<string, Func<Draft, Draft>> Bad = new()
    {
        ["that has run out"] = draft => draft with { Expires = RunningArea.Now.AddMinutes(-2) },
        ["that is not good yet"] = draft => draft with { NotBefore = RunningArea.Now.AddMinutes(5) },
        ["of another issuer"] = draft => draft with { Issuer = "https://elsewhere.example.invalid" },
        ["for another area"] = draft => draft with { Audience = "west-sussex" },
        ["for nobody in particular"] = draft => draft with { Audience = null },
        ["signed by another key"] = draft => draft with
        {
            Key = new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)), SecurityAlgorithms.EcdsaSha256)
        },
        ["signed with the public key as a secret"] = draft => draft with
        {
            Key = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(draft.PublicKey)), SecurityAlgorithms.HmacSha256)
        },
        ["that names nobody"] = draft => draft with { Subject = null },
        ["that names somebody by email"] = draft => draft with { Subject = $"{RunningArea.Canary}@example.invalid" },
        ["that names the nil UUID"] = draft => draft with { Subject = $"{Guid.Empty}" },
    };

    public static TheoryData<string> Sorts => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task A_token_is_refused(string sort)
    {
        var good = new Draft(area);
        (await Me(good.Signed())).Refuses(404, "member.not-found");
        var refused = await Me(Bad[sort](good).Signed());
        Assert.Equal("Bearer", refused.Refuses(401, "access.token-refused").Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var parts = new Draft(area).Signed().Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        (await Me($"{none}.{parts[1]}.")).Refuses(401, "access.token-refused");
        (await Me($"{none}.{parts[1]}.{parts[2]}")).Refuses(401, "access.token-refused");
        (await Me($"{parts[0]}.{parts[1]}.")).Refuses(401, "access.token-refused");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    public async Task Text_that_is_not_a_token_is_refused(string garbage) =>
        (await Me(garbage)).Refuses(401, "access.token-refused");

    [Fact]
    public async Task A_token_of_another_area_is_refused()
    {
        (await Me(area.West.Tokens.For(new(Guid.CreateVersion7()), "coordinator", RunningArea.Now)))
            .Refuses(401, "access.token-refused");
    }

    [Fact]
    public async Task A_caller_without_a_token_is_asked_to_sign_in()
    {
        Assert.Equal("Bearer", (await area.Http.Get("members/me"))
            .Refuses(401, "access.sign-in-needed").Headers.WwwAuthenticate
            .ToString());
    }

    [Fact]
    public async Task An_unknown_role_grants_nothing()
    {
        var person = await area.APerson("areaAdministrator");
        Assert.False((await area.Http.Get("area", person)).Is((int)HttpStatusCode.OK).TryGetProperty("counts", out _));
    }

    private Task<Answer> Me(string token) => area.Http.Get("members/me", new(default, token));

    private sealed record Draft(string PublicKey, SigningCredentials Key)
    {
        public Draft(RunningArea area) : this(File.ReadAllText(area.East.Tokens.PublicKeyFile), KeyOf(area.KeyFile)) =>
            Audience = area.East.Area.ToString();

        public string? Audience { get; init; }

        public string Issuer { get; init; } = LocalTokens.Issuer;

        public string? Subject { get; init; } = $"{Guid.CreateVersion7()}";

        public DateTimeOffset NotBefore { get; init; } = RunningArea.Now.AddHours(-1);

        public DateTimeOffset Expires { get; init; } = RunningArea.Now.AddHours(1);

        public string Signed()
        {
            return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
                .CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Issuer, Audience = Audience, NotBefore = NotBefore.UtcDateTime, Expires = Expires.UtcDateTime,
                SigningCredentials = Key,
                Claims = Subject is null
                    ? new Dictionary<string, object> { ["role"] = "coordinator" }
                    : new Dictionary<string, object> { ["sub"] = Subject },
            });
        }

        private static SigningCredentials KeyOf(string file)
        {
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(file));
            return new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256);
        }
    }
}
