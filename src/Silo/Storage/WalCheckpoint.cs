namespace PeerNet.Silo.Storage;

/// <summary>Empties SQLite's write-ahead log often, because erased text remains in the log until then.</summary>
internal sealed partial class WalCheckpoint(AreaDatabase database, TimeProvider clock, ILogger<WalCheckpoint> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Writes the log back to the file and truncates it. Returns false if a reader prevented that.</summary>
    public static async Task<bool> Empty(AreaDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Rows.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancellationToken) is 0L;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Empty(database, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(fault.GetType().FullName);
            }
        }
    }

    [LoggerMessage(1002, LogLevel.Warning, "Could not empty the write-ahead log: {Type}")]
    private partial void Failed(string? type);
}
