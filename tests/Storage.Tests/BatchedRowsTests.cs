using Orleans.Storage;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>Rows that are written together on PostgreSQL are still each their writer's own.</summary>
public sealed class BatchedRowsTests : IClassFixture<PostgresArea>
{
    private readonly PostgresArea area;

    public BatchedRowsTests(PostgresArea area)
    {
        area.Demand();
        this.area = area;
    }

    [Fact]
    public async Task Writes_that_meet_share_transactions()
    {
        var kind = $"note{Guid.CreateVersion7():N}";
        await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => new Copy(area.Storage, kind, Guid.CreateVersion7()).Write("one")));
        var counts = await area.Database.Rows.Read(
            "SELECT count(*), count(DISTINCT xmin::text) FROM orleansstorage WHERE graintypestring = @kind",
            row => (Rows: row.GetInt64(0), Transactions: row.GetInt64(1)),
            ("kind", kind));
        Assert.Equal(100, counts[0].Rows);
        Assert.InRange(counts[0].Transactions, 1, 50);
    }

    [Fact]
    public async Task A_stale_writer_among_others_is_refused_alone()
    {
        var stale = new Copy(area.Storage, "note", Guid.CreateVersion7());
        var other = new Copy(area.Storage, "note", Guid.Parse(stale.Key[^36..]));
        await stale.Write("one");
        await other.Read();
        await other.Write("two");
        await WriteAmongOthers<InconsistentStateException>(stale);
        Assert.Equal("two", (await other.Read()).Text);
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_fails_its_own_writer_alone()
    {
        await area.Database.Rows.Write(
            "ALTER TABLE orleansstorage ADD CONSTRAINT refused CHECK (graintypestring <> 'refused')", [[]]);
        await WriteAmongOthers<Npgsql.PostgresException>(new(area.Storage, "refused", Guid.CreateVersion7()));
    }

    private async Task WriteAmongOthers<TFault>(Copy refused) where TFault : Exception
    {
        var others =
            Enumerable.Range(0, 40).Select(_ => new Copy(area.Storage, "note", Guid.CreateVersion7())).ToList();
        var before = others[..20].Select(copy => copy.Write("kept")).ToList();
        var failing = refused.Write("three");
        // Enough that those before it are still under way, so it shares a batch with some of the rest.
        await Task.WhenAll(before.Concat(others[20..].Select(copy => copy.Write("kept"))));
        await Assert.ThrowsAsync<TFault>(() => failing);
        foreach (var copy in others) Assert.Equal("1", (await copy.Read()).ETag);
    }
}
