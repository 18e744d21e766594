using System.Text;
using CsCheck;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>Cases nobody thought of: any JSON in place of any field.</summary>
public sealed class RandomBodyTests(RunningArea area)
{
    private const int Runs = 400;

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Gen.Int.Select(number => $"{number}"),
        Gen.Double.Select(number => System.Text.Json.JsonSerializer.Serialize(double.IsFinite(number) ? number : 0)),
        // No full stop before a capital: the names of roles are on other tests' pages, where two sentences that touch
        // are a fault.
        Gen.String.Select(text => System.Text.Json.JsonSerializer.Serialize(text.Replace('.', ','))),
        Gen.OneOf(
            "null",
            "true",
            "false",
            "\"\"",
            "\"2026-11-17\"",
            "\"19:00\"",
            "\"\\ud83d\"",
            "[]",
            "{}",
            $"\"{RunningArea.Canary}\"",
            "1e99",
            "-0"));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 3 ? Leaf : Gen.Frequency(
        (4, Leaf),
        (2, Gen.OneOf("null", "[null]", "[]", "{}")),
        (1, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
        (1, Gen.Select(Gen.OneOf("name", "memberId", "mark", "email", "from", "reason", "x"), inner).Array[0, 3]
            .Select(fields => $"{{{string.Join(',', fields.Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}"))));

    private static readonly Gen<(Target Target, string Body)> Bodies =
        from target in Gen.OneOf([.. Target.All])
        from path in Gen.OneOf([.. Slips.Walk(target.Good, "").Select(field => field.Path)])
        from value in Json
        select (target, Slips.With(target, path, value));

    [Fact]
    public async Task Any_json_in_any_field_is_accepted_or_refused_and_a_refusal_writes_nothing()
    {
        var place = await Place.Make(area);
        await Bodies.SampleAsync(async sample =>
        {
            var fresh = place with { New = $"{Guid.CreateVersion7()}" };
            var before = await fresh.Read(sample.Target);
            var sent = new Sent(Encoding.UTF8.GetBytes(fresh.Fill(sample.Body)));
            var answer = await area.Http.Send(
                HttpMethod.Put, fresh.Fill(sample.Target.Path), fresh.Sender(sample.Target), sent.Content,
                sent.IfMatch);
            if (answer.Status >= 400) Assert.Equal(before, await fresh.Read(sample.Target));
            else Assert.InRange(answer.Status, 200, 201);
        }, iter: Runs, threads: 1);
    }
}
