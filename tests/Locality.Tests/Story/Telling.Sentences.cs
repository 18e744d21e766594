using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What tables of one area say.</summary>
internal sealed class SentenceTexts(
    Func<string, Func<string, string>?, Canary> own, Func<string, Func<string, string>, Canary> everybodys)
{
    public Canary First { get; } = own("sentence of a table", null);

    public Canary Second { get; } = own("another sentence of a table", null);

    public Canary Joined { get; } = own("sentence that was joined", null);

    public Canary Shared { get; } = everybodys("sentence for all areas", mark => $"We say {mark}");

    public Canary Draft { get; } = own("draft of a sentence for all areas", null);

    public Canary Unvoted { get; } = own("sentence for all areas that is not put to the vote", null);

    public Canary Lens { get; } = own("lens's name", null);

    public Canary Helps { get; } = own("why a lens helps", null);

    public Canary Taken { get; } = own("name that was taken out of a sentence", null);
}

/// <summary>
/// A table writes two sentences, joins them, votes on them, and takes a name out of one; a third is for all areas to
/// read.
/// </summary>
internal sealed partial class Telling
{
    private async Task Sentences(Cast cast)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        var table = new TableId(cast.IdOf("table"));
        var gathering = $"gatherings/{cast.IdOf("gathering")}";
        var said = cast.Sentence;
        SentenceId[] parents = [new(cast.IdOf("first sentence")), new(cast.IdOf("second sentence"))];
        var texts = new[] { $"{said.First.Text} {said.Taken.Text}", said.Second.Text };
        foreach (var (id, text) in parents.Zip(texts))
            await Write(id, new() { Text = text, Kind = SentenceKind.Sentence, TableId = table });
        await Write(
            new(cast.IdOf("joined sentence")),
            new() { Text = said.Joined.Text, Kind = SentenceKind.Definition, From = [.. parents] });
        await Write(
            new(cast.IdOf("shared sentence")),
            new() { Text = said.Shared.Text, Kind = SentenceKind.Sentence, TableId = table }, Readers.AllAreas);
        // Nobody outside reads what a table has not agreed to, or what is not put to the vote.
        var draft = $"{gathering}/sentences/{cast.IdOf("draft of a sentence")}";
        var unvoted = $"{gathering}/sentences/{cast.IdOf("sentence without a vote")}";
        foreach (var (at, text) in ((string, string)[])[(draft, said.Draft.Text), (unvoted, said.Unvoted.Text)])
        {
            var says = new WriteSentence { Text = text, Kind = SentenceKind.Sentence, TableId = table };
            _ = (await door.Put(at, lead, says)).Yes;
        }
        _ = (await door.Put($"{unvoted}/agreements/{table}", lead, new AgreeToSentence(said.Unvoted.Text)
        {
            Readers = Readers.AllAreas,
        })).Yes;
        var question = $"{gathering}/questions/{cast.IdOf("vote on sentences")}";
        _ = (await door.Put(question, lead, new AskQuestion
        {
            Kind = QuestionKind.Vote,
            Text = cast.Gathering.Question.Text,
            Options = [.. texts],
            Sentences = [.. parents],
        })).Yes;
        _ = (await door.Put(
            $"{gathering}/sentences/{parents[0]}/taken-out", lead, new { words = said.Taken.Mark })).Yes;
        if (cast.Came) _ = (await door.Put($"{gathering}/sentences/{parents[1]}/withdrawal", lead, new { })).Yes;
        var lens = $"lenses/{cast.IdOf("lens")}";
        _ = (await door.Put(lens, As(cast.Coordinator), new
        {
            name = said.Lens.Text, makers = said.Lens.Text, credit = said.Lens.Text, steps = (string[])[said.Lens.Text],
            version = "1",
        })).Yes;
        _ = (await door.Put($"{lens}/helped/{cast.IdOf("tea")}", lead, new { why = said.Helps.Text })).Yes;
        foreach (var path in (string[])["lenses", "sentences", $"{gathering}/sentences"])
            _ = (await door.Get(path, As(cast.Member))).Yes;

        async Task Write(SentenceId id, WriteSentence says, Readers readers = Readers.MyArea)
        {
            var at = $"{gathering}/sentences/{id}";
            _ = (await door.Put(at, lead, says)).Yes;
            _ = (await door.Put($"{at}/agreements/{table}", lead, new AgreeToSentence(says.Text)
            {
                Readers = readers,
            })).Yes;
            _ = (await door.Put($"{at}/voting", lead, new { })).Yes;
        }
    }

    /// <summary>Waits until a sentence of another area has been read, and reads it.</summary>
    private async Task SentencesCrossed(Cast cast, Cast other)
    {
        await Eventually.So($"{cast.Area} reads what tables of {other.Area} say", async () =>
            (await At(cast).Get("sentences/elsewhere", As(cast.Member))).Text.Contains(
                other.Sentence.Shared.Mark, StringComparison.Ordinal));
    }
}
