using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Questions from the draft to the end, and tables.</summary>
public sealed class AskingTests
{
    [Fact]
    public void Two_keepers_make_a_question_ready_and_then_it_stays_as_it_is()
    {
        var draft = AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes();
        var half = draft.MakeReady(TheQuestion, ByLead).Yes();
        Assert.Equal(QuestionState.Draft, half.Find(TheQuestion)!.State);
        Assert.Same(half, half.MakeReady(TheQuestion, ByLead).Yes());
        var ready = half.MakeReady(TheQuestion, ByOther).Yes();
        Assert.Equal(QuestionState.Ready, ready.Find(TheQuestion)!.State);
        Assert.Same(ready, ready.MakeReady(TheQuestion, ByOther).Yes());
        Assert.Same(ready, ready.Ask(TheQuestion, AVote, ByLead).Yes());
        Assert.Equal("gathering.question-fixed", ready.Ask(TheQuestion, AVote with { Text = "Else?" }, ByLead).No());
        Assert.Equal("gathering.question-fixed",
            ready.Ask(TheQuestion, AVote with { Options = ["One", "Two"] }, ByLead).No());
    }

    [Fact]
    public void A_changed_draft_has_to_be_made_ready_again()
    {
        var half = AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes().MakeReady(TheQuestion, ByLead).Yes();
        var changed = half.Ask(TheQuestion, AVote with { Text = "Else?" }, ByOther).Yes();
        Assert.Empty(changed.Find(TheQuestion)!.ReadyFor);
        var other = changed.MakeReady(TheQuestion, ByOther).Yes();
        Assert.Equal(QuestionState.Draft, other.Find(TheQuestion)!.State);
    }

    [Fact]
    public void A_keeper_says_that_it_is_ready_as_they_have_read_it()
    {
        var draft = AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes();
        var read = IfMatch.Exactly(draft.Find(TheQuestion)!.Seen().Version);
        var changed = draft.Ask(TheQuestion, AVote with { Text = "Else?" }, ByOther).Yes();
        Assert.Equal("version.stale", changed.MakeReady(TheQuestion, ByLead, read).No());
        var now = IfMatch.Exactly(changed.Find(TheQuestion)!.Seen().Version);
        var ready = changed.MakeReady(TheQuestion, ByLead, now).Yes();
        Assert.Same(ready, ready.MakeReady(TheQuestion, ByLead, read).Yes());
    }

    [Fact]
    public void A_draft_that_two_have_not_agreed_to_stays_with_keepers_when_the_gathering_is_over()
    {
        var half = AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes().MakeReady(TheQuestion, ByLead).Yes();
        Gathering[] over =
        [
            half.Open(ByLead).Yes().Close(ByLead, Now).Yes().Close(ByOther, Now).Yes(),
            half.Cancel(new("The hall is closed."), ByLead).Yes(),
        ];
        foreach (var one in over)
        {
            Assert.Empty(one.SeenBy(BySam, 1).Yes().Questions);
            Assert.Single(one.SeenBy(ByOther, 1).Yes().Questions);
            Assert.Equal("gathering.question-not-found", one.ResultOf(TheQuestion, BySam).No());
        }
    }

    [Fact]
    public void It_opens_while_the_gathering_is_open_and_closes_once()
    {
        var ready = AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes()
            .MakeReady(TheQuestion, ByLead).Yes().MakeReady(TheQuestion, ByOther).Yes();
        Assert.Equal("gathering.question-state", ready.OpenQuestion(TheQuestion, ByLead).No());
        Assert.Equal("gathering.question-state", ready.CloseQuestion(TheQuestion, ByLead).No());
        var open = ready.Open(ByLead).Yes().OpenQuestion(TheQuestion, ByLead).Yes();
        Assert.Same(open, open.OpenQuestion(TheQuestion, ByOther).Yes());
        var closed = open.CloseQuestion(TheQuestion, ByOther).Yes();
        Assert.Same(closed, closed.CloseQuestion(TheQuestion, ByLead).Yes());
        Assert.Equal("gathering.question-state", closed.OpenQuestion(TheQuestion, ByLead).No());
        Assert.Equal("gathering.question-state", AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes()
            .Open(ByLead).Yes().OpenQuestion(TheQuestion, ByLead).No());
    }

    [Fact]
    public void Only_keepers_prepare_and_count()
    {
        var room = ARoom(AVote, 6);
        foreach (var by in new[] { BySam, ByCoordinator, Caller.Visitor })
        {
            Next<Gathering>[] refused =
            [
                room.Ask(Asked(2), AQuiz, by), room.MakeReady(TheQuestion, by), room.OpenQuestion(TheQuestion, by),
                room.CloseQuestion(TheQuestion, by), room.Lay(At(2), new(Animal.Swan, 4), by), room.Open(by),
                room.Close(by, Now), room.Enter(Hands(1, 6, 6, 1, 1, 1, 1), 1, by),
            ];
            Assert.All(refused, one => Assert.Equal("gathering.keepers-only", one.No()));
        }
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var room = ARoom(AVote, 6);
        Assert.Equal("gathering.question-not-found", room.CloseQuestion(Asked(9), ByLead).No());
        Assert.Equal("gathering.question-not-found", room.ResultOf(Asked(9), ByLead).No());
        Assert.Equal("gathering.question-not-found", room.Enter(Hands(1, 6, 6, 1), 1, id: Asked(9)).No());
        Assert.Equal("gathering.table-not-found", room.Enter(Hands(9, 6, 6, 1, 1, 1, 1), 1).No());
        var draft = room.Ask(Asked(2), AQuiz, ByLead).Yes();
        Assert.Equal("gathering.question-not-found", draft.ResultOf(Asked(2), BySam).No());
        Assert.Equal("gathering.still-open", draft.ResultOf(Asked(2), ByLead).No());
        Assert.Equal("gathering.question-state", draft.Enter(Hands(1, 6, 6, 1, 1, 1, 1), 1, id: Asked(2)).No());
        Assert.Equal("gathering.not-found", new Gathering().ResultOf(TheQuestion, ByLead).No());
    }

    [Fact]
    public void The_clip_of_a_question_stays_as_its_text_does()
    {
        foreach (var kind in (AskQuestion[])[AVote, AMirror(), AWarmUp()])
        {
            var asks = kind with { Clip = "https://clips.example.invalid/1" };
            var room = ARoom(asks, 6);
            Assert.Equal(asks.Clip, room.Find(TheQuestion)!.Seen().Asks.Clip);
            foreach (var other in (string?[])[null, "https://clips.example.invalid/2"])
            {
                var changed = room.Ask(TheQuestion, asks with { Clip = other }, ByLead);
                Assert.Equal("gathering.question-fixed", changed.No());
            }
        }
    }

    [Fact]
    public void A_table_that_was_laid_later_was_not_asked()
    {
        var room = ARoom(AVote, 6).Closed().Laid(6, 5);
        Assert.Equal("gathering.table-not-found", room.Enter(Hands(2, 5, 5, 1, 1, 1, 1), 2).No());
        Assert.Equal(1, room.Result().TablesAsked);
        room.Enter(Hands(1, 6, 6, 1, 1, 1, 1), 1).Yes();
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "text", AVote with { Text = " " } },
        { "easyText", AVote with { EasyText = "\u202e" } },
        { "clip", AVote with { Clip = "" } },
        { "clip", AVote with { Clip = "http://clips.example.invalid/1" } },
        { "clip", AMirror() with { Clip = "https://me@clips.example.invalid/1" } },
        { "clip", AThumb with { Clip = $"https://clips.example.invalid/{new string('x', 250)}" } },
        { "options", AVote with { Options = ["One"] } },
        { "options", AVote with { Options = ["One", "one"] } },
        { "options", AVote with { Options = ["One", ""] } },
        { "options", AVote with { Options = default } },
        { "options", AVote with { Options = [.. Enumerable.Range(0, 27).Select(number => $"{number}")] } },
        { "options", AQuiz with { Options = ["Yes", "No"] } },
        { "options", AThumb with { Options = ["Up", "Down"] } },
        { "before", AVote with { Before = TheQuestion } },
        { "before", AQuiz with { Before = TheQuestion } },
        { "before", AQuiz with { Before = Asked(9) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object asks)
    {
        Assert.True(ARoom(AVote, 6).Ask(Asked(2), (AskQuestion)asks, ByLead).Refused(out var refusal, out _));
        Assert.Equal(("gathering.field", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void A_quiz_is_asked_twice_and_no_more()
    {
        var room = ARoom(AQuiz, 6).Ask(Asked(2), AQuiz with { Before = TheQuestion }, ByLead).Yes();
        Assert.Equal([1, 2], room.SeenBy(ByLead, 1).Yes().Questions.Select(question => question.Round));
        Assert.Equal("gathering.field", room.Ask(Asked(3), AQuiz with { Before = Asked(2) }, ByLead).No());
        Assert.Equal("gathering.field", room.Ask(Asked(2), AQuiz with { Before = Asked(2) }, ByLead).No());
    }

    [Fact]
    public void A_quiz_that_another_question_asks_again_stays_the_first_round()
    {
        var draft = AGathering().Kept().Ask(TheQuestion, AQuiz, ByLead).Yes()
            .Ask(Asked(2), AQuiz with { Before = TheQuestion }, ByLead).Yes()
            .Ask(Asked(3), AQuiz, ByLead).Yes();
        foreach (var other in (AskQuestion[])[AThumb, AVote, AQuiz with { Before = Asked(3) }])
        {
            Assert.True(draft.Ask(TheQuestion, other, ByLead).Refused(out var refusal, out _));
            Assert.Equal(("gathering.field", "kind"), (refusal.Code, refusal.Field));
        }
        draft.Ask(TheQuestion, AQuiz with { Text = "Was it?" }, ByLead).Yes();
        draft.Ask(Asked(3), AVote, ByLead).Yes();
    }

    [Fact]
    public void No_two_tables_have_the_same_animal()
    {
        var gathering = AGathering().Laid(6);
        Assert.Same(gathering, gathering.Laid(6));
        Assert.Equal("gathering.label-taken", gathering.Lay(At(2), new((Animal)0, 4), ByLead).No());
        Assert.Equal(Animal.Swan, gathering.Lay(At(1), new(Animal.Swan, 6), ByLead).Yes().Find(At(1))!.Label);
        Assert.InRange(Words<Animal>.All.Length, 40, int.MaxValue);
    }

    [Fact]
    public void A_table_never_has_fewer_people_than_were_counted_there()
    {
        var room = ARoom(AVote, 8).With(Hands(1, 7, 6, 1, 1, 1, 1));
        Assert.True(room.Lay(At(1), new((Animal)0, 6), ByLead).Refused(out var refusal, out _));
        Assert.Equal(("gathering.fewer-than-counted", "present"), (refusal.Code, refusal.Field));
        Assert.Contains("7 were counted at the badger table", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(7, room.Lay(At(1), new((Animal)0, 7), ByLead).Yes().Find(At(1))!.Present);
        var mended = room.Enter(Hands(1, 6, 6, 1, 1, 1, 1) with { Replaces = [Entry(1)] }, 2).Yes();
        Assert.Equal(6, mended.Lay(At(1), new((Animal)0, 6), ByLead).Yes().Find(At(1))!.Present);
        Assert.Equal("gathering.field", room.Lay(At(1), new((Animal)0, 201), ByLead).No());
        Assert.Equal("gathering.field", room.Lay(At(2), new((Animal)1, -1), ByLead).No());
    }
}
