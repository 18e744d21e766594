using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Taking a name out of a gathering's own texts.</summary>
public sealed class TakingOutTests
{
    private static readonly PlanGathering ANamedPlan = APlan with { Title = "Robin's room", Place = "At Robin's" };

    [Fact]
    public void A_name_is_taken_out_of_every_text_of_its_own_and_whoever_has_the_version_reads_it_again()
    {
        var asks = AVote with { Text = "Ask Robin?", EasyText = "How, robin?", Options = ["With Robin", "Robinson"] };
        var gathering = AGathering(ANamedPlan).Kept().Ask(TheQuestion, asks, ByLead).Yes()
            .MakeReady(TheQuestion, ByLead).Yes();
        var taken = gathering.TakeOut(new("Robin"), ByOther).Yes();
        Assert.Equal(("[taken out]'s room", "At [taken out]'s"), (taken.Plan!.Title, taken.Plan.Place));
        var question = taken.Find(TheQuestion)!;
        Assert.Equal(("Ask [taken out]?", "How, [taken out]?"), (question.Asks.Text, question.Asks.EasyText));
        Assert.Equal(["With [taken out]", "Robinson"], question.Asks.Options);
        Assert.Equal((2, 1), (question.Version, question.ReadyFor.Length));
        Assert.Same(taken, taken.TakeOut(new("Robin"), ByOther).Yes());
        Assert.NotEqual(gathering.Seen(), taken.Seen());
    }

    [Fact]
    public void A_clip_with_a_name_in_its_address_goes_as_a_whole()
    {
        foreach (var asks in (AskQuestion[])[AVote, AMirror()])
        {
            var room = ARoom(asks with { Clip = "https://clips.example.invalid/robin-asks" }, 6);
            Assert.Same(room, room.TakeOut(new("Rob"), ByLead).Yes());
            var taken = room.TakeOut(new("Robin"), ByLead).Yes();
            var question = taken.Find(TheQuestion)!;
            Assert.Equal(asks, question.Asks with { Options = asks.Options });
            Assert.Equal([TheGroup], Details(taken).TakenOutFor);
            Assert.Same(taken, taken.TakeOut(new("Robin"), ByLead).Yes());
        }
    }

    [Fact]
    public void Everybody_sees_who_has_taken_words_out()
    {
        var once = AGathering(ANamedPlan).Kept().TakeOut(new("Robin"), ByOther).Yes();
        var read = Details(once);
        Assert.Equal([OtherGroup], read.TakenOutFor);
        Assert.False(read.IsTakenOutByArea);
        var twice = once.TakeOut(new("At"), ByOther).Yes();
        Assert.Equal([OtherGroup], Details(twice).TakenOutFor);
        Assert.NotEqual(once.Seen(), twice.Seen());
        Assert.True(Details(twice.TakeOut(new("room"), ByCoordinator).Yes()).IsTakenOutByArea);
        Assert.True(read.CanTakeOut);
        Assert.False(once.SeenBy(BySam, 1).Yes().CanTakeOut);
        Assert.True(once.SeenBy(ByCoordinator, 1).Yes().CanTakeOut);
    }

    [Fact]
    public void Only_a_keeper_or_a_coordinator_does_and_only_as_much_as_a_name()
    {
        var gathering = AGathering(ANamedPlan);
        Assert.Equal("gathering.not-found", new Gathering().TakeOut(new("Robin"), ByCoordinator).No());
        Assert.Equal("gathering.keepers-only", gathering.TakeOut(new("Robin"), ByOther).No());
        foreach (var words in (string[])[" ", "taken", new('x', 41)])
            Assert.Equal("gathering.field", gathering.TakeOut(new(words), ByLead).No());
    }

    [Fact]
    public void A_keeper_leaves_something_to_read_in_each_text_and_a_coordinator_need_not()
    {
        var gathering = AGathering(APlan with { Place = "Robin" });
        Assert.Equal("gathering.nothing-left", gathering.TakeOut(new("Robin"), ByLead).No());
        Assert.Equal("[taken out]", gathering.TakeOut(new("Robin"), ByCoordinator).Yes().Plan!.Place);
        var signs = AGathering(ANamedPlan).Ask(TheQuestion, AVote with { Options = ["+", "-"] }, ByLead).Yes();
        Assert.Equal("[taken out]'s room", signs.TakeOut(new("Robin"), ByLead).Yes().Plan!.Title);
    }

    [Fact]
    public void What_tables_say_it_depends_on_keeps_a_name_until_the_question_is_closed()
    {
        var sheet = Hands(1, 6, 6, 1, 0, 0, 5) with { Conditions = ["who asks, such as Robin"] };
        var open = ARoom(AQuiz, 6).With(sheet);
        Assert.Same(open, open.TakeOut(new("Robin"), ByLead).Yes());
        var taken = open.Closed().TakeOut(new("Robin"), ByLead).Yes();
        Assert.Equal("who asks, such as [taken out]", Assert.Single(taken.Result().Conditions).Text);
        Assert.NotEqual(open.Closed().Seen(), taken.Seen());
        Assert.Same(taken, taken.Enter(sheet, 1).Yes());
        Assert.Equal("gathering.tally-differs", taken.Enter(sheet with { TookPart = 5 }, 1).No());
    }

    [Fact]
    public void The_words_of_a_mirror_question_and_those_of_sentences_stay()
    {
        var mirror = ARoom(AMirror(), 6);
        Assert.Same(mirror, mirror.TakeOut(new("people"), ByLead).Yes());
        var titled = mirror with { Plan = mirror.Plan! with { Title = "For people" } };
        var taken = titled.TakeOut(new("people"), ByLead).Yes();
        Assert.Equal("For [taken out]", taken.Plan!.Title);
        Assert.Equal(mirror.Questions.Select(one => one.Asks), taken.Questions.Select(one => one.Asks));
        var why = AGathering().Cancel(new("Robin is ill."), ByLead).Yes();
        Assert.Equal("[taken out] is ill.", why.TakeOut(new("Robin"), ByLead).Yes().CancelledBecause);
    }

    private static GatheringDetails Details(Gathering gathering) => gathering.SeenBy(ByLead, 1).Yes();
}
