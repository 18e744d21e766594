using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Sentences;

namespace PeerNet.Gateway.Tests.Sentences;

/// <summary>Which cards of sentences no gathering could have.</summary>
public sealed class SentencesCardTests
{
    private static readonly SentenceOnCard One = new("We decide together", SentenceKind.Sentence, 4);

    public static TheoryData<string> Wrong => [.. Cards.Keys];

    private static Dictionary<string, SentencesCard> Cards { get; } = new()
    {
        ["no sentence"] = ACard(),
        ["more than a gathering has"] = ACard([.. Enumerable.Repeat(One, SentenceFields.MaxSentences + 1)]),
        ["an empty text"] = ACard(One, One with { Text = " " }),
        ["a text of two lines"] = ACard(One with { Text = "We\ndecide" }),
        ["a text that is too long"] = ACard(One with { Text = new('x', 2751) }),
        ["nothing where a sentence is"] = ACard(One, null!),
        ["a number that says too much"] = ACard(One with { Breadth = 3 }),
        ["more tables than there are"] = ACard(One with { Breadth = 41 }),
        ["a year before all of them"] = ACard(One) with { Year = 1999 },
        ["no year that a calendar has"] = ACard(One) with { Year = 10000 },
    };

    [Fact]
    public void A_card_is_kept_with_a_name_taken_out_of_it_and_as_many_sentences_as_there_can_be()
    {
        // One that had 250 characters, each of which was taken out.
        var longer = One with { Text = TakenOut.Of(new('!', 250), "!"), Breadth = null };
        var card = ACard([One with { Breadth = 40 }, .. Enumerable.Repeat(longer, SentenceFields.MaxSentences - 1)]);
        Assert.Null(SentencesCardValidation.FindFault(card));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_card_that_no_sentences_could_have_is_skipped(string what) =>
        Assert.NotNull(SentencesCardValidation.FindFault(Cards[what]));

    [Fact]
    public void A_kind_that_is_not_known_here_is_read_as_a_sentence()
    {
        var sent = JsonSerializer.Serialize(ACard(One with { Kind = SentenceKind.Word }), LinkJson.Sending);
        var read = JsonSerializer.Deserialize<SentencesCard>(
            sent.Replace("\"word\"", "\"verse\"", StringComparison.Ordinal), LinkJson.Receiving)!;
        Assert.Equal([One], read.Sentences);
    }

    private static SentencesCard ACard(params SentenceOnCard[] sentences) =>
        new() { Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), Year = 2026, Sentences = [.. sentences] };
}
