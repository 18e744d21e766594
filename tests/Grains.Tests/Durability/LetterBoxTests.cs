using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Durability;

public sealed class LetterBoxTests
{
    [Fact]
    public void A_letter_that_is_acknowledged_goes_and_one_not_there_changes_nothing()
    {
        var writer = new Writer { Letters = Waiting(TheLeaving(), TheMark(1)) };
        Assert.Equal([TheMark(1)], writer.Settled(TheLeaving().Operation, null).Letters.Select(posted => posted.Letter));
        Assert.Same(writer, writer.Settled(TheLeaving(5).Operation, null));
    }

    [Fact]
    public void A_letter_refused_five_times_is_parked_with_the_reason_and_an_acknowledgement_still_settles_it()
    {
        var writer = new Writer { Letters = Waiting(TheLeaving()) };
        for (var refusal = 1; refusal <= 4; refusal++) writer = writer.Settled(TheLeaving().Operation, "group.not-found");
        Assert.Equal((4, null), (writer.Letters[0].Refusals, writer.Letters[0].Parked));
        var parked = writer.Settled(TheLeaving().Operation, "group.not-found");
        Assert.Equal("group.not-found", parked.Letters[0].Parked);
        Assert.Same(parked, parked.Settled(TheLeaving().Operation, "group.not-found"));
        Assert.Empty(parked.Settled(TheLeaving().Operation, null).Letters);
    }

    [Fact]
    public void A_closed_border_counts_as_nothing_said()
    {
        var writer = new Writer { Letters = Waiting(TheLeaving()) };
        Assert.Same(writer, writer.Settled(TheLeaving().Operation, "link.border-closed"));
    }

    [Fact]
    public void What_is_said_anew_takes_the_place_of_what_waits()
    {
        Letter[] written =
        [
            TheMark(1), TheMark(2, Mark.Absent), TheMark(4) with { Meeting = new(TheGroup.Value) }, TheMark(3) with { Seat = Token(2) },
            TheirWord(true, 1), TheirWord(false, 2), TheirWord(true, 3) with { With = GroupOfWest },
            TheirMeeting(1), TheirMeeting(2, withdrawn: true), TheirMeeting(3) with { To = Brighton },
        ];
        Assert.Equal(written.Where((_, n) => n is not (0 or 4 or 7)), Waiting(written).Select(posted => posted.Letter));
    }

    [Fact]
    public void Letters_stand_in_the_row_under_the_names_that_the_courier_looks_for()
    {
        var row = JsonSerializer.SerializeToElement(new Writer { Letters = Waiting(TheAsking()) }, PeerNetJson.Options);
        var posted = row.GetProperty("letters")[0];
        Assert.Equal(["since", "letter", "refusals"], posted.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("seatAsked", "east-sussex"), (posted.GetProperty("letter").GetProperty("kind").GetString(), posted.GetProperty("letter").GetProperty("to").GetString()));
    }

    private static ImmutableArray<PostedLetter> Waiting(params Letter[] letters) => ImmutableArray<PostedLetter>.Empty.Post(Now, letters);

    private sealed record Writer : IWriting<Writer>
    {
        public ImmutableArray<PostedLetter> Letters { get; init; } = [];

        public Writer WithLetters(ImmutableArray<PostedLetter> letters) => this with { Letters = letters };
    }
}
