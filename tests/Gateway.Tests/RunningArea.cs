using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Orleans.Configuration;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.SignIn;
using PeerNet.Local;
using PeerNet.Scenarios;

[assembly: AssemblyFixture(typeof(PeerNet.Gateway.Tests.RunningArea))]

namespace PeerNet.Gateway.Tests;

/// <summary>
/// East Sussex as it runs on a laptop, with its neighbours beside it, one of which never answers; shared by all tests,
/// each of which makes people and groups of its own.
/// </summary>
public class RunningArea : IAsyncLifetime
{
    /// <summary>Stands in every text that a test writes, so that it can be looked for where no text belongs.</summary>
    internal const string Canary = "quokka7zx";

    /// <summary>
    /// A neighbour that never runs and that no test writes to, so that its border can be closed at any moment.
    /// </summary>
    internal const string OnlyForBorders = "south-sussex";

    /// <summary>How many cards of one area are taken in here.</summary>
    internal const int MaxCards = 3000;

    /// <summary>However busy the machine is, nothing takes as long.</summary>
    internal static readonly TimeSpan BusyTimeout = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-gateway-tests-");
    private readonly bool isShared;

    public RunningArea() : this(isShared: true) { }

    protected RunningArea(bool isShared)
    {
        this.isShared = isShared;
        LocalArea[] all =
        [
            Area("east-sussex", "East Sussex"), Area("west-sussex", "West Sussex"),
            Area("brighton-and-hove", "Brighton and Hove"),
            Area("north-sussex", "North Sussex"), Area(OnlyForBorders, "South Sussex"),
        ];
        var cells = all.Take(3).Select(at => Start(at, all.Where(other => other != at))).ToList();
        East = cells[0];
        West = cells[1];
        Brighton = cells[2];
        North = all[3];
        Http = new(East.Url);
        WestHttp = new(West.Url);
        BrightonHttp = new(Brighton.Url);
    }

    /// <summary>Has the accounts with which people of Brighton and Hove can sign in.</summary>
    internal StandInIssuer Issuer { get; } = new();

    internal Cell East { get; }

    internal Cell West { get; }

    internal Cell Brighton { get; }

    /// <summary>Not running, unless a test puts something in its place.</summary>
    internal LocalArea North { get; }

    internal ApiClient Http { get; }

    internal ApiClient WestHttp { get; }

    internal ApiClient BrightonHttp { get; }

    internal CapturedTelemetry Telemetry { get; } = new();

    /// <summary>The file with the key that signs the area's tokens.</summary>
    internal string KeyFile => East.At.File("key.pem");

    internal static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    internal static DateOnly Today => London.DayOf(Now);

    public virtual async ValueTask InitializeAsync()
    {
        await Issuer.Start(default);
        await Task.WhenAll(East.Start(default), West.Start(default), Brighton.Start(default));
    }

    /// <summary>Stops the areas; what any test wrote must not have been told.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await East.DisposeAsync();
        await West.DisposeAsync();
        await Brighton.DisposeAsync();
        await Issuer.DisposeAsync();
        Http.Dispose();
        WestHttp.Dispose();
        BrightonHttp.Dispose();
        folder.Delete(recursive: true);
        Telemetry.DoesNotContain(Canary);
        Telemetry.Dispose();
    }

    /// <summary>A new person with a record.</summary>
    internal Task<Person> APerson(string? role = null) => APersonOf(East, role);

    /// <summary>The same in West Sussex.</summary>
    internal Task<Person> AWesterner(string? role = null) => APersonOf(West, role);

    /// <summary>The same in Brighton and Hove.</summary>
    internal Task<Person> ABrightonian(string? role = null) => APersonOf(Brighton, role);

    /// <summary>That person, signed in.</summary>
    internal Person Someone(MemberId id, string? role = null) => new(id, East.Tokens.For(id, role, Now));

    /// <summary>Ports for an area of a test's own.</summary>
    internal static AreaPorts FreePorts()
    {
        var first = Ports.FreeRange(5);
        return new(first, first + 1, first + 2, first + 3, first + 4);
    }

    internal static T Yes<T>(Result<T> result)
    {
        if (result.Refused(out var refusal, out var value)) Assert.Fail($"Refused: {refusal}");
        return value!;
    }

    /// <summary>
    /// Waits until it is so, looking often at first, and then less often: some looks are long lists, and other tests
    /// need the machine. What never comes fails the test.
    /// </summary>
    internal static async Task Until(Func<Task<bool>> so)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        // However busy the machine: only what never comes takes as long.
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await so())
        {
            await often.WaitForNextTickAsync(timeout.Token);
            if (often.Period < TimeSpan.FromMilliseconds(160)) often.Period *= 2;
        }
    }

    private static async Task<Person> APersonOf(Cell cell, string? role)
    {
        var id = new MemberId(Guid.CreateVersion7());
        Yes(await cell.Grains.Member(cell.Area, id)
            .Put(new() { Name = $"Sam {Canary}", Helps = Canary }, IfMatch.None, new(CallerRole.Member, id)));
        return new(id, cell.Tokens.For(id, role, Now));
    }

    /// <summary>
    /// Waits longer than in production for what a busy machine is slow to do, so that nothing looks like an outage.
    /// </summary>
    internal static void OnABusyMachine(WebApplicationBuilder builder)
    {
        builder.Services.PostConfigure<SiloMessagingOptions>(silo => silo.ResponseTimeout = BusyTimeout);
        builder.Services.PostConfigure<ClientMessagingOptions>(client => client.ResponseTimeout = BusyTimeout);
    }

    /// <summary>
    /// Settings of an area of a test's own. The framework's limiters have timers that hold a host for ever.
    /// </summary>
    internal static void OfOneTest(WebApplicationBuilder builder)
    {
        OnABusyMachine(builder);
        builder.Configuration["PeerNet:Limits:Enabled"] = "false";
        builder.Logging.ClearProviders();
    }

    private void UseIssuer(WebApplicationBuilder builder)
    {
        var secret = Path.Combine(folder.FullName, "client-secret");
        File.WriteAllText(secret, $"{StandInIssuer.ClientSecret}\n");
        builder.Configuration["PeerNet:Accounts:Name"] = "Seaside login";
        builder.Configuration["PeerNet:Accounts:Authority"] = Issuer.Url;
        builder.Configuration["PeerNet:Accounts:ClientId"] = StandInIssuer.ClientId;
        builder.Configuration["PeerNet:Accounts:ClientSecretFile"] = secret;
        builder.Services.PostConfigure<OpenIdConnectOptions>(
            AccountScheme.Name, account => account.Backchannel.Timeout = BusyTimeout);
    }

    // Telemetry is gathered only where it is sent; nobody listens at this port, and what would be sent is heard on the
    // way. The first hears the whole process: each more would hear everything once more.
    private LocalArea Area(string area, string name)
    {
        return new(area, name, FreePorts(), folder)
        {
            DatabaseTimeout = BusyTimeout,
            TelemetryTo = isShared && area == "east-sussex" ? "http://127.0.0.1:9" : "",
        };
    }

    private Cell Start(LocalArea area, IEnumerable<LocalArea> neighbours)
    {
        return new(area, neighbours, builder =>
        {
            if (isShared) OnABusyMachine(builder); else OfOneTest(builder);
            // Any oftener, and asking for what is new would take as much of two cores as the tests do.
            builder.Configuration["PeerNet:Link:PullInterval"] = "00:00:01";
            builder.Configuration["PeerNet:Finder:MaxCards"] = $"{MaxCards}";
            if (area.Area.Value == "brighton-and-hove") UseIssuer(builder);
            // One area says nothing of how its coordinators are reached.
            if (area.Area.Value == "west-sussex") builder.Configuration["PeerNet:Contact"] = "";
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(Telemetry.Logs);
            builder.Logging.SetMinimumLevel(LogLevel.Information);
            builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(Telemetry.Traces));
        });
    }
}

/// <summary>Somebody who asks; without a token a visitor.</summary>
internal sealed record Person(MemberId Id, string? Token)
{
    /// <summary>A header of everything that they write.</summary>
    public (string Name, string Value)? Condition { get; init; }

    public static Person Visitor { get; } = new(default, null);
}
