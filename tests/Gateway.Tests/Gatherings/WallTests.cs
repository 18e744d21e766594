using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>The wall that grows while tables say something and join it.</summary>
public sealed class WallTests(RunningArea area)
{
    [Fact]
    public void Each_table_that_has_said_something_is_one_brick_however_much_it_said()
    {
        Assert.Null(Wall.Of([]));
        var wall = Wall.Of(
            [Said(SentenceState.Draft, 1), Said(SentenceState.Offered, 1), Said(SentenceState.Votable, 2)]);
        Assert.Equal([1, 1], wall!.Pieces);
        Assert.Equal((2, 0), (wall.Bricks, wall.Joined));
        Assert.Null(Wall.Of([Said(SentenceState.Withdrawn, 1)]));
    }

    [Fact]
    public void Bricks_join_once_every_table_has_agreed_and_pieces_join_over_a_table_of_both()
    {
        var apart = Enumerable.Range(1, 5).Select(table => Said(SentenceState.Votable, table)).ToList();
        Assert.Equal([1, 1, 1, 1, 1], Wall.Of([.. apart, Said(SentenceState.Draft, 1, 2)])!.Pieces);
        var two = Wall.Of([.. apart, Said(SentenceState.Offered, 1, 2), Said(SentenceState.Standing, 3, 4)]);
        Assert.Equal([2, 2, 1], two!.Pieces);
        Assert.Equal((5, 4), (two.Bricks, two.Joined));
        var one = Wall.Of([.. apart, .. new[] { (1, 2), (3, 4), (2, 3) }
            .Select(both => Said(SentenceState.Offered, both.Item1, both.Item2))]);
        Assert.Equal([4, 1], one!.Pieces);
    }

    [Fact]
    public void Whoever_keeps_nothing_sees_no_wall()
    {
        var seen = Said(SentenceState.Votable, 1) with { Agreed = null, WaitsFor = null };
        Assert.Null(Wall.Of([seen]));
    }

    [Fact]
    public async Task The_screen_of_a_warm_up_shows_it_to_the_room_without_a_name()
    {
        var scene = await (await Scene.Make(area)).Known();
        var warmUp = GatheringAccess.AVote with { Kind = QuestionKind.WarmUp, Text = "Build a bridge.", Options = [] };
        var question = await scene.AQuestion(area.Http, warmUp, 6, 5);
        using var lead = Browser.At(area.East, scene.Lead);
        var screen = $"/{question.Gathering}/screen";
        (await lead.Get(screen)).Is(200).Says("Build a bridge.").DoesNotSay("have said something");
        foreach (var table in question.Tables)
        {
            var says = new WriteSentence
            {
                Text = "We broke a rule: no glue.", Kind = SentenceKind.Sentence, TableId = table,
            };
            var sentence = $"{question.Gathering}/sentences/{Guid.CreateVersion7()}";
            (await area.Http.Put(sentence, scene.Lead, says)).Is(201);
        }
        var shown = (await lead.Get(screen)).Is(200).Says("2 of 2 tables have said something.");
        Assert.Equal(2, shown.Document.QuerySelectorAll(".pn-wall__brick").Length);
        // As a word: an ID can have these letters in it.
        Assert.DoesNotMatch(@"(?i)\b(badger|bee)\b|no glue", shown.Html);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get(screen)).Is(200).DoesNotSay("have said something");
    }

    private static SentenceDetails Said(SentenceState state, params int[] tables)
    {
        var waits = state == SentenceState.Draft ? tables : [];
        return new()
        {
            Id = new(Guid.CreateVersion7()),
            GatheringId = default,
            State = state,
            Year = 2026,
            Breadth = FewOrMore.None,
            Says = new() { Text = "Sharing power", Kind = SentenceKind.Sentence },
            Agreed = [.. tables.Except(waits).Select(table => new TableAgreement(At(table), default))],
            WaitsFor = [.. waits.Select(At)],
        };
    }

    private static TableId At(int number) => new(new($"01990000-0000-7000-8000-{number:x12}"));
}
