using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using PeerNet.Bench.Load;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Bench.Baseline;

/// <summary>Copies the people and groups out of PeerNet, so that both hold the same.</summary>
internal static class BaselineSeed
{
    public static async Task Copy(Door peernet, World world, string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        foreach (var person in world.People)
        {
            await using var command = source.CreateCommand("INSERT INTO member VALUES ($1, $2, $3)");
            Add(command.Parameters, person.Value, "Someone", true);
            await command.ExecuteNonQueryAsync();
        }
        foreach (var crew in world.Crews.Concat(world.Hot)) await Write(
            source, await peernet.Send(HttpMethod.Get, $"/api/v1/groups/{crew.Id}", world.As(crew.Lead)), crew);
        await using var analyze = source.CreateCommand("ANALYZE");
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task Write(NpgsqlDataSource source, Answer answer, Crew crew)
    {
        var about = JsonSerializer.Deserialize<GroupDescription>(answer.Body, PeerNetJson.Options)!;
        var rest = JsonNode.Parse(answer.Body)!;
        await using var command =
            source.CreateCommand(
                "INSERT INTO peer_group VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
                    + "$16, $17, $18, $19, $20)");
        Add(
            command.Parameters,
            crew.Id.Value,
            about.Name,
            about.About,
            about.FirstTime,
            about.For.ToArray(),
            about.Topics.ToArray(),
            about.Languages.ToArray(),
            about.Needs.Select(need => (int)need).ToArray(), (int)about.Format, Json(about.Place), about.OnlineLink,
            Json(about.Schedule), (int)about.Joining, about.Capacity,
            about.WelcomesNewcomers, rest["lastConfirmed"].Deserialize<DateOnly>(), rest["version"].Deserialize<int>(),
            rest["nextMeeting"]!["id"].Deserialize<Guid>(), rest["nextMeeting"]!["startsAt"]
                .Deserialize<DateTimeOffset>()
                .ToUniversalTime(), rest["nextMeeting"]!["minutes"].Deserialize<int>());
        await command.ExecuteNonQueryAsync();
        foreach (var (membership, place) in rest["roster"].Deserialize<Membership[]>(PeerNetJson.Options)!
            .Select((membership, place) => (membership, place)))
        {
            await using var join = source.CreateCommand("INSERT INTO membership VALUES ($1, $2, $3, $4, $5)");
            Add(
                join.Parameters,
                crew.Id.Value,
                membership.MemberId.Value,
                place,
                (int)membership.Part,
                membership.Since.ToUniversalTime());
            await join.ExecuteNonQueryAsync();
        }
    }

    private static NpgsqlParameter? Json<T>(T? value) where T : class
    {
        return value is null
            ? null
            : new() { Value = JsonSerializer.Serialize(value, PeerNetJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb };
    }

    private static void Add(NpgsqlParameterCollection parameters, params object?[] values)
    {
        foreach (var value in values)
            parameters.Add(value as NpgsqlParameter ?? new() { Value = value ?? DBNull.Value });
    }
}
