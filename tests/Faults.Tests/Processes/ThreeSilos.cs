using System.Text;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// An area of three silos, which start at once on an empty database; each test leaves all three running.
/// </summary>
public sealed class ThreeSilos(Postgres server) : IAsyncDisposable
{
    private AreaUnderTest? area;

    private string Database => area!.Connection.Split("Database=")[1];

    /// <summary>Starts it for the first test.</summary>
    internal async Task<AreaUnderTest> Running()
    {
        if (area is not null) return area;
        Postgres.Demand();
        area = await AreaUnderTest.OnPostgresql(server);
        await area.Start();
        // What is packed could not be searched.
        await server.Do(Database, "ALTER TABLE orleansstorage ALTER payloadbinary SET STORAGE EXTERNAL");
        return area;
    }

    /// <summary>
    /// Everything that is stored: the database's files, its log of writes and a backup, in which rows are hexadecimal.
    /// </summary>
    internal async Task<(IReadOnlyList<byte[]> Files, string Backup)> Stored()
    {
        var backup = await server.Dump(Database);
        return ([.. (await server.Files()).Select(file => file.Bytes)], Encoding.ASCII.GetString(backup));
    }

    public async ValueTask DisposeAsync()
    {
        if (area is null) return;
        area.Finished = true;
        await area.DisposeAsync();
    }
}
