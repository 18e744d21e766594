using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Durability;

/// <summary>What attempts to deliver leave in a row.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public void Failures_before_a_refusal_do_not_count_towards_parking()
    {
        var row = Waiting(TheLeaving());
        for (var attempt = 0; attempt < 10; attempt++)
        {
            row = row.Settle(Delivery.Fault(TheLeaving().Operation, attempt), East, Now).Yes();
        }
        var refused = row.Settled(TheLeaving().Operation, "group.not-found").Outbox[0];
        Assert.Equal((11, 1, null), (refused.Attempts, refused.Refusals, refused.Parked));
    }

    [Fact]
    public void The_code_of_the_last_answer_stays_with_a_message_that_waits()
    {
        var refused = Waiting(TheLeaving()).Settled(TheLeaving().Operation, "group.not-found");
        Assert.Equal("group.not-found", refused.Outbox[0].Code);
        Assert.Null(refused.HeldBecause([]));
        Assert.Equal("link.not-yet", refused.Settled(TheLeaving().Operation, "link.not-yet").Outbox[0].Code);
    }

    [Fact]
    public void A_message_waits_with_one_about_the_same_thing_to_the_same_addressee_and_with_no_other()
    {
        var row = Waiting(TheirWord(true, 0) with { To = Brighton }, TheirWord(true, 0));
        var delayed = row.Settled(row.Outbox[0].Message.Operation, "group.not-found");
        Assert.Equal([false, true], delayed.Outbox.Select(posted => posted.IsDue(Now)));
    }

    [Fact]
    public void Every_stored_change_raises_the_version_and_so_does_what_becomes_of_a_message()
    {
        var row = Waiting(TheLeaving());
        var refused = row.Settled(TheLeaving().Operation, "group.not-found");
        var accepted = refused.Settled(TheLeaving().Operation, null);
        Assert.Equal((1, 2, 3), (row.Version, refused.Version, accepted.Version));
    }

    [Fact]
    public void Messages_that_only_a_newer_silo_knows_stay_when_no_other_waits()
    {
        var newer = new JsonObject
        {
            ["version"] = 1,
            ["record"] = new JsonObject { ["count"] = 0 },
            ["outbox"] = new JsonArray([new JsonObject { ["message"] = new JsonObject { ["kind"] = "offerMade" } }]),
        };
        var read = newer.Deserialize<Row<Writer>>(PeerNetJson.Options);
        Assert.True(JsonNode.DeepEquals(newer, JsonSerializer.SerializeToNode(read, PeerNetJson.Options)));
    }

    [Fact]
    public void Wiping_a_record_keeps_what_a_newer_silo_wrote_around_it()
    {
        var newer = new JsonObject
        {
            ["version"] = 1,
            ["record"] = new JsonObject { ["colour"] = 1 },
            ["seal"] = "unbroken",
        };
        var read = newer.Deserialize<Row<Writer>>(PeerNetJson.Options)!;
        var row = read.Stored(_ => ((Next<Writer>)new Writer { Count = 1 }).Wiped());
        var written = JsonSerializer.SerializeToNode(row, PeerNetJson.Options)!;
        Assert.Equal("unbroken", written["seal"]?.GetValue<string>());
        Assert.Null(written["record"]!["colour"]);
    }

    [Fact]
    public void A_message_whose_refusal_means_something_to_the_record_is_not_sent_again()
    {
        var row = new Row<Asker>().Stored(asker => asker.Send(TheLeaving()));
        var refused = row.Settled(TheLeaving().Operation, "group.not-found");
        Assert.Equal("group.not-found", refused.Record.Answer);
        Assert.Empty(refused.Outbox);
    }

    [Fact]
    public void The_same_message_waits_once() => Assert.Single(Waiting(TheLeaving(), TheLeaving()).Outbox);

    [Fact]
    public void A_row_is_read_as_it_was_written()
    {
        var row = AConnectedGroup();
        var json = JsonSerializer.SerializeToElement(row, PeerNetJson.Options);
        var read = json.Deserialize<Row<Group>>(PeerNetJson.Options)!;
        Assert.NotEqual(0, row.LastNumber);
        Assert.NotNull(row.Face);
        Assert.Equal((row.Version, row.Edition), (read.Version, read.Edition));
        Assert.Equal((row.LastNumber, row.Face), (read.LastNumber, read.Face));
        Assert.Equal(row.Outbox, read.Outbox);
    }

    private static Row<Writer> Waiting(params Message[] messages) =>
        new Row<Writer>().Stored(writer => writer.Send(messages));

    private sealed record Writer : ISends<Writer>
    {
        public int Count { get; init; }
    }

    private sealed record Asker : ISends<Asker>
    {
        public string? Answer { get; init; }

        public Next<Asker>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now) =>
            this with { Answer = code };
    }
}
