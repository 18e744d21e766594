using System.Data.Common;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>What becomes of a write that waits too long. It must hold on both engines alike.</summary>
public abstract class TimeoutSuite
{
    /// <summary>How long these databases keep a write waiting.</summary>
    public static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(5);

    protected TimeoutSuite(AreaUnderTest area)
    {
        area.Demand();
        Area = area;
    }

    protected AreaUnderTest Area { get; }

    private protected static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_busy_database_refuses_within_its_limit_and_takes_the_next_write()
    {
        var copy = ACopy();
        await copy.Write("one");
        await using (var elsewhere = AreaDatabase.Open(Area.Options))
        await using (var held = await elsewhere.Rows.OpenConnectionAsync(Ended))
        {
            await StorageSuite.Run(held, Area.LockEveryRow);
            var started = TimeProvider.System.GetTimestamp();
            await Assert.ThrowsAnyAsync<DbException>(() => copy.Write("kept out"));
            // The upper limit is for a busy machine: what waits for ever never ends.
            Assert.InRange(TimeProvider.System.GetElapsedTime(started), WriteTimeout / 2, WriteTimeout * 10);
            await StorageSuite.Run(held, "ROLLBACK");
        }

        Assert.Equal(("1", "one"), ((await copy.Read()).ETag, copy.Text));
        for (var version = 2; version <= 4; version++)
        {
            await copy.Write("again");
            Assert.Equal($"{version}", copy.ETag);
        }
    }

    [Fact]
    public async Task A_database_that_is_locked_is_no_bug()
    {
        var id = new MemberId(Guid.CreateVersion7());
        var by = new Caller(CallerRole.Member, id);
        var member = Area.Grains.Member(AreaUnderTest.Home, id);
        Assert.False((await member.Put(new() { Name = "Sam" }, IfMatch.None, by)).Refused(out _, out _));
        await using var elsewhere = AreaDatabase.Open(Area.Options);
        await using var held = await elsewhere.Rows.OpenConnectionAsync(Ended);
        await StorageSuite.Run(held, Area.LockEveryRow);
        var fault = await Assert.ThrowsAnyAsync<Exception>(
            () => member.Put(new() { Name = "Samira" }, IfMatch.Any, by));
        Assert.IsNotType<StatementRefusedException>(fault);
        await StorageSuite.Run(held, "ROLLBACK");
    }

    private protected Copy ACopy() => new(Area.Storage, "note", Guid.CreateVersion7());
}

public sealed class TimeoutsOnSqlite(HastySqliteArea area) : TimeoutSuite(area), IClassFixture<HastySqliteArea>
{
    [Fact]
    public async Task A_queue_at_the_gate_that_does_not_move_is_refused_and_moves_on()
    {
        await using (await Area.Database.Rows.OpenConnectionAsync(Ended))
            await Assert.ThrowsAsync<TimeoutException>(() => ACopy().Write("kept out"));
        await ACopy().Write("let in");
    }
}

public sealed class TimeoutsOnPostgresql(HastyPostgresArea area)
    : TimeoutSuite(area), IClassFixture<HastyPostgresArea>;
