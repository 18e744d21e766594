using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>The settings of an issuer, and an issuer that does not answer in time.</summary>
public sealed class AccountSettingsTests
{
    private const string Https = "https://login.example.invalid";

    [Theory]
    [InlineData(null, null, false, null)]
    [InlineData("NHS login", Https, false, null)]
    [InlineData("NHS login", "http://login.example.invalid", true, null)]
    [InlineData("NHS login", "http://login.example.invalid", false, "PeerNet:Accounts:Authority must be")]
    [InlineData("NHS login", "login", false, "PeerNet:Accounts:Authority must be")]
    [InlineData(" ", Https, false, "PeerNet:Accounts:Name is required")]
    public void Settings_that_cannot_work_are_named_at_start(
        string? name, string? authority, bool isLocal, string? fault)
    {
        var settings = new AccountOptions { Name = name, Authority = authority, ClientId = name };
        var faults = settings.Faults(null, isLocal).ToList();
        Assert.Equal(fault is null ? 0 : 1, faults.Count);
        Assert.All(faults, one => Assert.StartsWith(fault!, one, StringComparison.Ordinal));
        // Without one of its own, it is the issuer of bearer tokens.
        var shared = new AccountOptions { Name = name, ClientId = name };
        if (authority is Https) Assert.Equal(faults, shared.Faults(Https, isLocal));
    }

    [Fact]
    public void A_secret_is_in_a_file_that_exists()
    {
        var settings =
            new AccountOptions { Name = "NHS login", Authority = Https, ClientId = "1", ClientSecretFile = "nowhere" };
        Assert.StartsWith("PeerNet:Accounts:ClientSecretFile", Assert.Single(settings.Faults(null, false)));
    }

    [Fact]
    public async Task If_the_issuer_does_not_answer_the_person_is_told_that_a_code_still_works()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-accounts-");
        await using (var gateway = await LoneGateway.Start(folder, also: services =>
            services.AddOptions<GatewayOptions>().Configure(options => options.Accounts = new()
            {
                Name = "NHS login", Authority = "http://127.0.0.1:9", ClientId = "1",
            })))
        {
            using var browser = new FormClient($"{gateway.Http.BaseAddress}");
            var sent = await browser.Fill("/sign-in", "/sign-in/account", ("to", "/groups"));
            Assert.Equal("/sign-in?to=%2Fgroups&account=failed", sent.Location);
            var back = await browser.Get(sent.Location!);
            Assert.Contains("have a code emailed to you", back.Text, StringComparison.Ordinal);
            Assert.Single(gateway.Telemetry.With("Warning PeerNet.Gateway.SignIn.AccountDeparture"));
            var account = gateway.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>();
            Assert.InRange(account.Get(AccountScheme.Name).Backchannel.Timeout.TotalSeconds, 1, 10);
        }
        folder.Delete(recursive: true);
    }
}
