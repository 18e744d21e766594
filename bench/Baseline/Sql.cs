using System.Security.Claims;
using Npgsql;
using NpgsqlTypes;

namespace PeerNet.Bench.Baseline;

/// <summary>Short ways to write commands with typed, positional parameters.</summary>
internal static class Sql
{
    /// <summary>The caller, or null if nobody is signed in.</summary>
    public static Guid? Caller(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue("sub"), out var id) ? id : null;

    public static NpgsqlBatchCommand Command(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    public static NpgsqlParameter P<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter Json(
        string value) => new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Jsonb };

    /// <summary>One round trip and, where it writes, one transaction.</summary>
    public static NpgsqlBatch Batch(this NpgsqlDataSource source, params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = source.CreateBatch();
        foreach (var command in commands) batch.BatchCommands.Add(command);
        return batch;
    }
}
