using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace PeerNet.Silo.Storage;

/// <summary>
/// A connection that stays open from one user to the next, with the statements it has prepared. To prepare a write,
/// with the triggers and indexes of its table, takes longer than to run it.
/// </summary>
internal sealed class KeptConnection(string connectionString, Action<KeptConnection> free)
    : SqliteConnection(connectionString)
{
    // Far more than there are texts. Texts that are composed at run time must not fill the memory.
    private const int MaxStatements = 200;

    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);
    private bool isFree = true, isEnding;

    /// <summary>Takes it for one user, until that disposes of it.</summary>
    public void Take() => isFree = false;

    /// <summary>Closes it in earnest.</summary>
    public void End()
    {
        isEnding = true;
        base.Dispose(disposing: true);
    }

    /// <summary>The command of a text, prepared when it runs for the first time.</summary>
    public SqliteCommand Prepared(string text)
    {
        if (statements.TryGetValue(text, out var known)) return known;
        if (statements.Count == MaxStatements)
        {
            foreach (var statement in statements.Values) statement.Dispose();
            statements.Clear();
        }
        return statements[text] = new(text, this);
    }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() =>
        new KeptCommand { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <inheritdoc/>
    public override void Close()
    {
        if (isEnding) base.Close();
    }

    /// <summary>Its user disposes of it; it closes when it ends.</summary>
    [SuppressMessage("Usage", "CA2215", Justification = "It stays open for the next user.")]
    protected override void Dispose(bool disposing)
    {
        if (isFree || !disposing) return;
        isFree = true;
        // What its user left undone is undone.
        Transaction?.Dispose();
        free(this);
    }

    /// <summary>Runs by the prepared command of its text.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            var prepared = ((KeptConnection)Connection!).Prepared(CommandText);
            prepared.Transaction = Transaction;
            prepared.CommandTimeout = CommandTimeout;
            prepared.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters) prepared.Parameters.Add(parameter);
            return prepared.ExecuteReader(behavior);
        }
    }
}
