using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Durability;

/// <summary>The row around every record.</summary>
public sealed class RowTests
{
    [Fact]
    public void An_edition_rises_with_what_readers_see_and_with_nothing_else()
    {
        var group = new Row<Group>()
            .Stored((g, row) => g.Describe(TheGroup, Description(), IfMatch.None, row.Edition, ByLead, Now));
        Assert.Equal((1, 1), (group.Version, group.Edition));
        var joined = group.Stored(g => g.Join(Stranger, new(), Known, ByStranger, Now));
        Assert.Equal((2, 1), (joined.Version, joined.Edition));
        var renamed = joined.Stored((g, row) => g.Describe(
            TheGroup, Description() with { Name = "Tuesday night" }, IfMatch.Exactly(1), row.Edition, ByLead, Now));
        Assert.Equal((3, 2), (renamed.Version, renamed.Edition));
        Assert.Same(renamed, renamed.Stored(g => g.Join(Stranger, new(), Known, ByStranger, Now)));
    }

    [Fact]
    public void The_face_of_a_group_changes_with_its_card_and_with_nothing_else_whatever_day_it_is()
    {
        var group = new Row<Group>()
            .Stored((g, row) => g.Describe(TheGroup, Description(), IfMatch.None, row.Edition, ByLead, Now))
            .Stored(g => g.LetIn(Caller.Area));
        Assert.NotNull(group.Face);
        Assert.Equal(group.Face, group.Stored(g => g.Join(Stranger, new(), Known, ByStranger, Now)).Face);
        Assert.Equal(group.Face, group.Receives(TheAsking()).Face);
        Assert.Equal(group.Face, (group with { Face = null })
            .After((g, _) => g.Join(Stranger, new(), Known, ByStranger, Now.AddYears(1)), East, Now.AddYears(1))
            .Yes().Face);
        var calledOff = group.Receives(
            new MeetingAnnouncement(TheMeeting, TheGroup, Tuesday.AddDays(7), Seven, Cancelled: true, Version: 1));
        Assert.NotEqual(group.Face, calledOff.Face);
        Assert.NotEqual(group.Face, group.Stored(g => g.Close(new(), ByLead, Now)).Face);
        var closed = group.Stored(g => g.Close(new(), ByLead, Now));
        Assert.Equal(group.Face, closed.Stored(g => g.Reopen(ByLead, Now)).Face);
    }

    [Fact]
    public void A_record_that_strangers_may_know_nothing_of_has_no_face() =>
        Assert.Null(AMember().InARow().Stored(m => m.Erase(BySam, Now)).Face);

    [Fact]
    public void What_a_newer_silo_wrote_survives_being_written_by_this_one()
    {
        var newer = Json(AConnectedGroup());
        newer["seal"] = "unbroken";
        newer["record"]!["colour"] = new JsonObject { ["of"] = "the door" };
        var unknown = new JsonObject
        {
            ["to"] = $"west-sussex/group/{GroupOfWest}",
            ["since"] = "2026-11-18T09:00:00+00:00",
            ["message"] = new JsonObject { ["kind"] = "offerMade", ["text"] = 1 }
        };
        newer["outbox"]!.AsArray().Add(unknown.DeepClone());
        newer["outbox"]![0]!["weight"] = 3;

        var read = newer.Deserialize<Row<Group>>(PeerNetJson.Options)!;
        Assert.True(JsonNode.DeepEquals(newer, Json(read)), Json(read).ToJsonString());
        var written = Json(read.Stored(g => g.Join(Stranger, new(), Known, ByStranger, Now)));
        Assert.Equal("unbroken", written["seal"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(newer["record"]!["colour"], written["record"]!["colour"]));
        Assert.Contains(written["outbox"]!.AsArray(), item => JsonNode.DeepEquals(item, unknown));
        Assert.Equal(3, written["outbox"]![0]!["weight"]!.GetValue<int>());
    }

    [Fact]
    public void What_a_newer_silo_wrote_of_a_person_goes_when_they_are_erased()
    {
        var newer = Json(AMember().InARow());
        newer["record"]!["nickname"] = "Sammy";
        var erased = newer.Deserialize<Row<Member>>(PeerNetJson.Options)!.Stored(m => m.Erase(BySam, Now));
        Assert.DoesNotContain("Sammy", Json(erased).ToJsonString(), StringComparison.Ordinal);
        var seat = Json(AnAskedSeat());
        seat["record"]!["nickname"] = "Sammy";
        var ended =
            seat.Deserialize<Row<Grains.Seats.Seat>>(PeerNetJson.Options)!.Stored(s => s.Forget(Sam, West, Now));
        Assert.DoesNotContain("Sammy", Json(ended).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_is_refused_if_its_answer_would_be_one_message_too_many_and_people_here_are_not()
    {
        var full = AGroup().InARow() with { Outbox = [.. Enumerable.Range(1, 2000).Select(Waiting)] };
        Assert.Equal("record.full", full.Receive(TheAsking(3000), East, Now).No());
        var room = full with { Outbox = full.Outbox[1..] };
        Assert.Equal(2000, room.Receives(TheAsking(3000)).Outbox.Length);
        Assert.Equal(SeatState.Ended, full.Receives(TheLeaving(3000)).Record.SeatOf(Token(3000))!.State);
        Assert.Equal(2001, full.Stored(group => group.Join(Stranger, new(), Known, ByStranger, Now)).Outbox.Length);

        static Posted Waiting(int number)
        {
            var answer = TheAnswer() with { Seat = Token(number) };
            return new(answer.Addressee(East), Now, answer);
        }
    }

    [Fact]
    public void What_a_newer_silo_wrote_to_another_area_goes_when_a_person_is_erased_and_what_is_for_this_one_stays()
    {
        var seat = Json(AnAskedSeat());
        JsonArray newer = [Letter("east-sussex/group", "Robin"), Letter("west-sussex/member", "at home")];
        foreach (var letter in newer) seat["outbox"]!.AsArray().Add(letter!.DeepClone());
        var read = seat.Deserialize<Row<Grains.Seats.Seat>>(PeerNetJson.Options)!;
        var left = Json(read.Stored(s => s.End(West, BySam, Now))).ToJsonString();
        Assert.Contains("Robin", left, StringComparison.Ordinal);
        var erased = Json(read.Stored(s => s.Forget(Sam, West, Now))).ToJsonString();
        Assert.DoesNotContain("Robin", erased, StringComparison.Ordinal);
        Assert.Contains("at home", erased, StringComparison.Ordinal);

        static JsonObject Letter(string to, string text) => new()
        {
            ["to"] = $"{to}/{GroupOfEast}",
            ["since"] = "2026-11-18T09:00:00+00:00",
            ["message"] = new JsonObject { ["kind"] = "seatPromised", ["text"] = text },
        };
    }

    [Fact]
    public void A_row_says_nothing_of_what_is_at_its_default()
    {
        var row = Json(new Row<Seat> { Version = 1 });
        Assert.Equal(["version", "record"], row.AsObject().Select(field => field.Key));
    }

    private static JsonNode Json<T>(Row<T> row) where T : class, new() =>
        JsonSerializer.SerializeToNode(row, PeerNetJson.Options)!;

    private sealed record Seat;
}
