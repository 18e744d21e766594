using Npgsql;

namespace PeerNet.Local;

/// <summary>A PostgreSQL server with a separate database for each area.</summary>
internal sealed class PostgresServer(string connectionString)
{
    /// <summary>The name of the area's database.</summary>
    public static string DatabaseOf(string area) => $"peernet_{area.Replace('-', '_')}";

    /// <summary>The connection string of the area's database.</summary>
    public string ConnectionStringOf(string area) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = DatabaseOf(area) }.ConnectionString;

    /// <summary>
    /// Creates the databases that do not exist; if <paramref name="fresh"/>, drops and creates all of them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The server cannot be reached, or refuses.</exception>
    public async Task Prepare(IEnumerable<string> areas, bool fresh, CancellationToken cancel)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5 };
        settings.Database ??= "postgres";
        try
        {
            await using var server = new NpgsqlConnection(settings.ConnectionString);
            await server.OpenAsync(cancel);
            foreach (var database in areas.Select(DatabaseOf))
            {
                if (fresh) await Run($"DROP DATABASE IF EXISTS {database}");
                if (!await Exists(database)) await Run($"CREATE DATABASE {database}");
            }

            async Task Run(string sql)
            {
                await using var command = new NpgsqlCommand(sql, server);
                await command.ExecuteNonQueryAsync(cancel);
            }

            async Task<bool> Exists(string database)
            {
                await using var command = new NpgsqlCommand(
                    "SELECT 1 FROM pg_database WHERE datname = $1",
                    server) { Parameters = { new() { Value = database } } };
                return await command.ExecuteScalarAsync(cancel) is not null;
            }
        }
        catch (NpgsqlException fault)
        {
            // Without the fault itself, which would be reported without the address.
            throw new InvalidOperationException(
                $"PostgreSQL at {settings.Host}:{settings.Port} cannot be used: {fault.Message}");
        }
    }
}
