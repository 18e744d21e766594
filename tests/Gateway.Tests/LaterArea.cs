using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Orleans.Configuration;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests;

/// <summary>
/// East Sussex alone, with a clock that is so much later than the machine's, and pages that can be had in capitals.
/// </summary>
internal sealed class LaterArea : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-later-");
    private readonly LocalArea area;

    public LaterArea(TimeSpan offset)
    {
        area = new LocalArea("east-sussex", "East Sussex", RunningArea.FreePorts(), folder)
        {
            DatabaseTimeout = RunningArea.BusyTimeout,
        };
        Cell = Later(offset);
        Http = new(Cell.Url);
    }

    public Cell Cell { get; private set; }

    public ApiClient Http { get; }

    public Task Start() => Cell.Start(TestContext.Current.CancellationToken);

    /// <summary>A silo whose clock jumps while it runs takes itself for one that has long been dead.</summary>
    public async Task StartAgain(TimeSpan offset)
    {
        await Cell.DisposeAsync();
        Cell = Later(offset);
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Cell.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>A new person with a record.</summary>
    public async Task<Person> APerson()
    {
        var id = new MemberId(Guid.CreateVersion7());
        RunningArea.Yes(await Cell.Grains.Member(Cell.Area, id)
            .Put(new() { Name = "Sam" }, IfMatch.None, new(CallerRole.Member, id)));
        return new(id, Cell.Tokens.For(id, null, RunningArea.Now));
    }

    private Cell Later(TimeSpan offset)
    {
        return new(area, [], builder =>
        {
            RunningArea.OfOneTest(builder);
            builder.Services.AddSingleton<TimeProvider>(new LaterClock(offset));
            builder.Services.AddHttpContextAccessor().AddTransient<IStringLocalizer<Texts>, CapitalsOnRequest>();
            // Orleans also reads the machine's clock, by which a silo has been joining, and silent, since yesterday.
            builder.Services.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.EvictWhenMaxJoinAttemptTimeExceeded = false;
                membership.IAmAliveTablePublishTimeout = TimeSpan.FromDays(100);
            });
        });
    }

    private sealed class LaterClock(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
    }
}
