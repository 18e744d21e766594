using CsCheck;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Texts in plainer words have short sentences.</summary>
public sealed class EasyWordsTests
{
    private static readonly string Long = $"{Words(EasyWords.MaxWords + 1)}.";

    [Theory]
    [InlineData("", 0)]
    [InlineData("One.", 1)]
    [InlineData("One two. Three four five! Six?", 3)]
    [InlineData("One two\nthree", 2)]
    [InlineData("One – two - three", 3)]
    [InlineData("Say “yes or no.” Then talk.", 4)]
    [InlineData("It costs 2.50 a day", 5)]
    [InlineData("See clips.example.invalid/it today", 3)]
    [InlineData("One\u2009two\u3000three\u202ffour", 4)]
    [InlineData("One—two—three", 3)]
    [InlineData("؟ One two؟ Three", 2)]
    [InlineData("Come at 2 p.m. on Friday.", 6)]
    [InlineData("Come at 2 p.m. Then talk.", 4)]
    [InlineData("Bring something, e.g. tea.", 4)]
    [InlineData("Pick a town, e.g. Lewes or Hove.", 7)]
    [InlineData("Ask Prof. Smith or Rev. Jones.", 6)]
    [InlineData("We end at 4 p.m. (or later).", 7)]
    [InlineData("Say “Yes!” or “No!” with your hand.", 7)]
    [InlineData("এক দুই। তিন", 2)]
    [InlineData("Meet at St. Mary’s.", 4)]
    [InlineData("1. Raise your hand.\n2. Put it down.", 4)]
    [InlineData("It costs 5. Pay at the door.", 4)]
    public void Its_longest_sentence_has_so_many_words(string text, int words) =>
        Assert.Equal(words, EasyWords.LongestSentence(text));

    [Fact]
    public void However_sentences_end_each_is_counted_by_itself()
    {
        string[] ends = [". ", "! ", "?\n", "… ", "\n", ".\r\n\r\n"];
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, ends.Length - 1]).Array[1, 9].Sample(sentences =>
        {
            var text = string.Concat(sentences.Select(one => $"{Words(one.Item1)}{ends[one.Item2]}"));
            Assert.Equal(sentences.Max(one => one.Item1), EasyWords.LongestSentence(text));
            Assert.Equal(sentences.Length, EasyWords.SentencesOf(text).Count());
        });
    }

    [Fact]
    public void A_question_with_a_sentence_of_more_than_fifteen_words_is_refused_at_its_field()
    {
        var gathering = AGathering();
        var fits = $"{Words(EasyWords.MaxWords)}. {Words(EasyWords.MaxWords)}!";
        gathering.Ask(TheQuestion, AVote with { EasyText = fits }, ByLead).Yes();
        var asked = gathering.Ask(TheQuestion, AVote with { EasyText = $"Yes. {Long}" }, ByLead);
        Assert.True(asked.Refused(out var refusal, out _));
        Assert.Equal(("easyText", "Use sentences of up to 15 words."), (refusal.Field, refusal.Detail));
    }

    [Fact]
    public void What_was_asked_before_that_rule_stays_and_can_be_changed_in_other_ways()
    {
        var draft = AGathering().Kept().Ask(TheQuestion, AVote, ByLead).Yes();
        var question = draft.Find(TheQuestion)!;
        var asks = question.Asks with { EasyText = Long };
        var before = draft with { Questions = [question with { Asks = asks }] };
        Assert.Same(before, before.Ask(TheQuestion, asks with { }, ByOther).Yes());
        before.Ask(TheQuestion, asks with { Text = "Something else?" }, ByOther).Yes();
        var lines = draft with { Questions = [question with { Asks = asks with { EasyText = $"Yes.\r\n{Long} " } }] };
        lines.Ask(TheQuestion, asks with { EasyText = $"Yes.\n{Long}", Text = "Something else?" }, ByOther).Yes();
        Assert.Equal("gathering.field", before.Ask(TheQuestion, asks with { EasyText = $"A{Long}" }, ByOther).No());
    }

    [Fact]
    public void What_another_area_asks_keeps_its_words() =>
        Assert.Null(GatheringRules.CheckHeard(AVote with { EasyText = Long }));

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
}
