using System.Security.Cryptography;
using PeerNet.Grains.Durability;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Notices a database file that was deleted under the running silo, and that an area which could store nothing can
/// store again.
/// </summary>
internal sealed partial class StorageWatch(
    AreaDatabase database, StorageState state, TimeProvider clock, ILogger<StorageWatch> log) : BackgroundService
{
    // Longer than most rows. It goes again in the same transaction, so that nobody sees it and the file does not grow.
    private const int FillerLength = 16_000;

    private const string WriteAndRemove =
        """
        INSERT INTO peernet_uncounted(scope) VALUES (@filler);
        DELETE FROM peernet_uncounted WHERE scope = @filler
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>What to do about a file that is gone.</summary>
    public const string HasMoved =
        "The database file was deleted or replaced while the silo was running. Stop the silo and restore the file from "
        + $"a backup. {StorageFaults.HowToRestore}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (database.HasMoved) state.Fail(HasMoved);
            else if (!state.IsAvailable) await Probe();
        }
    }

    /// <summary>
    /// Finds out whether the area can store again, by a write that needs room: SQLite writes no page whose bytes stay
    /// the same, and PostgreSQL compresses what repeats.
    /// </summary>
    public async Task Probe()
    {
        try
        {
            await database.Rows.Write(WriteAndRemove, [[("filler", RandomNumberGenerator.GetHexString(FillerLength))]]);
            state.Recover();
        }
        catch (Exception fault)
        {
            StillFailing(fault.GetType().FullName);
        }
    }

    [LoggerMessage(1003, LogLevel.Debug, "The area still cannot store anything: {Type}")]
    private partial void StillFailing(string? type);
}
