namespace PeerNet.Silo.Storage;

/// <summary>Empties SQLite's write-ahead log often, because what was erased from the file still stands in the log until then.</summary>
internal sealed partial class WalCheckpoint(AreaDatabase database, TimeProvider clock, ILogger<WalCheckpoint> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(30);

    /// <summary>Moves everything into the file and leaves an empty log; false when a reader was in the way, and the next round will do.</summary>
    public static async Task<bool> Empty(AreaDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Rows.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteScalarAsync(cancellationToken) is 0L;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
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

    [LoggerMessage(1002, LogLevel.Warning, "The write-ahead log could not be emptied this round: {Type}")]
    private partial void Failed(string? type);
}
