using System.Text;
using System.Text.Json.Nodes;

namespace PeerNet.Bench.Load;

/// <summary>
/// Asks both servers the same things before anything is measured, and stops the run where they differ.
/// </summary>
internal static class Agreement
{
    public static async Task Check(Door ours, Door theirs, World world)
    {
        var crew = world.Crews[0];
        var lead = world.As(crew.Lead);
        var member = world.As(crew.People[1]);
        var stranger = world.As(world.People.Except(crew.People).First());
        var meeting = $"/api/v1/meetings/{Guid.CreateVersion7()}";
        var missing = $"/api/v1/meetings/{Guid.CreateVersion7()}";
        (string What, HttpMethod Method, string Path, string Token, byte[]? Body)[] questions =
        [
            ("a log by a member", HttpMethod.Put, $"{meeting}/record", member, crew.Log),
            ("a log", HttpMethod.Put, $"{meeting}/record", lead, crew.Log),
            ("the log again", HttpMethod.Put, $"{meeting}/record", lead, crew.Log),
            ("another log", HttpMethod.Put, $"{meeting}/record", lead, crew.EmptyLog),
            ("the meeting", HttpMethod.Get, meeting, member, null),
            ("the meeting, to a stranger", HttpMethod.Get, meeting, stranger, null),
            (
                "a mark of one's own",
                HttpMethod.Put,
                $"{meeting}/attendance/{crew.People[^1]}",
                world.As(crew.People[^1]),
                "{\"mark\":\"present\"}"u8.ToArray()),
            (
                "the mark again",
                HttpMethod.Put,
                $"{meeting}/attendance/{crew.People[^1]}",
                world.As(crew.People[^1]),
                "{\"mark\":\"present\"}"u8.ToArray()),
            (
                "a mark of another",
                HttpMethod.Put,
                $"{meeting}/attendance/{crew.People[2]}",
                member,
                "{\"mark\":\"absent\"}"u8.ToArray()),
            (
                "a mark in no meeting",
                HttpMethod.Put,
                $"{missing}/attendance/{crew.People[1]}",
                member,
                "{\"mark\":\"present\"}"u8.ToArray()),
            ("a group", HttpMethod.Get, $"/api/v1/groups/{crew.Id}", lead, null),
            ("a group, to a stranger", HttpMethod.Get, $"/api/v1/groups/{crew.Id}", stranger, null),
            ("no group", HttpMethod.Get, $"/api/v1/groups/{Guid.CreateVersion7()}", lead, null),
            ("a group, with a bad token", HttpMethod.Put, $"{meeting}/record", lead + "x", crew.Log),
        ];
        foreach (var (what, method, path, token, body) in questions)
        {
            var one = await ours.Send(method, path, token, body);
            var other = await theirs.Send(method, path, token, body);
            other.Expect(one.Status == other.Status, $"{what} ({ours.Name} says {one.Status})");
            if (one.Status is 200 or 201)
                other.Expect(Same(one, other), $"{what} ({ours.Name} says {Encoding.UTF8.GetString(one.Body)})");
        }
    }

    private static bool Same(Answer one, Answer other) => JsonNode.DeepEquals(Plain(one), Plain(other));

    // Both may write an instant with the offset they like, and a database keeps microseconds.
    private static JsonNode Plain(Answer answer)
    {
        var node = JsonNode.Parse(answer.Body)!;
        if (node["nextMeeting"] is { } next) Round(next, "startsAt");
        if (node["yours"] is { } yours) Round(yours, "since");
        if (node["roster"] is JsonArray roster)
        {
            foreach (var line in roster.Where(line => line!["since"] is not null)) Round(line!, "since");
        }
        return node;
    }

    private static void Round(JsonNode node, string instant) =>
        node[instant] = node[instant]!.GetValue<DateTimeOffset>().ToUnixTimeMilliseconds();
}
