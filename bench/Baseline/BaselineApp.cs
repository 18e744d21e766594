using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using PeerNet.Bench.Load;
using PeerNet.Contracts;
using PeerNet.Local;

namespace PeerNet.Bench.Baseline;

/// <summary>
/// What PeerNet is measured against: minimal endpoints and plain SQL, with the same sign-in, the same JSON, the same
/// rules and the same durable work.
/// </summary>
internal static class BaselineApp
{
    public static async Task<WebApplication> Build(string url, string database, string publicKey)
    {
        var builder =
            WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddWebAndSignIn(url, publicKey);
        // The pool is as large as PeerNet's, and every statement is prepared once a connection has seen it.
        var source =
            NpgsqlDataSource.Create("Maximum Pool Size=24;Max Auto Prepare=20;Auto Prepare Min Usages=2;" + database);
        await Apply(source);
        builder.Services.AddSingleton(_ => source);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        var meetings = app.MapGroup("/api/v1/meetings").RequireAuthorization();
        meetings.MapPut("/{id:guid}/record", Logging.Record);
        meetings.MapPut("/{id:guid}/attendance/{memberId:guid}", Marking.Mark);
        meetings.MapGet("/{id:guid}", Meetings.Get);
        app.MapGet("/api/v1/groups/{id:guid}", Groups.Get);
        return app;
    }

    /// <summary>What every baseline shares with PeerNet: the JSON and the sign-in.</summary>
    public static void AddWebAndSignIn(this WebApplicationBuilder builder, string url, string publicKey)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        builder.Services.ConfigureHttpJsonOptions(json => PeerNetJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = new()
            {
                ValidIssuer = LocalTokens.Issuer,
                ValidAudience = World.Area,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                NameClaimType = "sub",
                RoleClaimType = "role",
                ClockSkew = TimeSpan.FromSeconds(30),
                IssuerSigningKey = Key(publicKey),
            };
        });
    }

    private static async Task Apply(NpgsqlDataSource source)
    {
        using var reader = new StreamReader(typeof(BaselineApp).Assembly.GetManifestResourceStream("baseline.sql")!);
        await using var command = source.CreateCommand(await reader.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
    }

    private static ECDsaSecurityKey Key(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return new(key);
    }
}
