using System.Data.Common;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Keeps a bug in a statement apart from an outage of the database. Callers do not know the types of a database's
/// exceptions, so they take those for an outage, after which sending again is safe.
/// </summary>
internal sealed partial class StatementFaults(ILogger<StatementFaults> log) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception fault) when (StorageFaults.BugIn(fault) is { } bug)
        {
            throw Report(bug);
        }
    }

    /// <summary>Logs what the database said by its code, because its text may quote a row.</summary>
    public Contracts.StatementRefusedException Report(DbException bug)
    {
        StatementRefused(StorageFaults.CodeOf(bug), bug.StackTrace);
        return new();
    }

    [LoggerMessage(1004, LogLevel.Error, "The database refused a statement with {Code} at {Place}")]
    private partial void StatementRefused(string code, string? place);
}
