using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Panels;
using static PeerNet.Grains.Tests.Panels.Panels;

namespace PeerNet.Grains.Tests.Panels;

/// <summary>What leads read of the thumbs: each answer by itself, in words first.</summary>
public sealed class PanelReadingTests
{
    [Theory]
    [InlineData(0, 0, 0, Finding.NobodyVoted)]
    [InlineData(4, 0, 0, Finding.TooFew)]
    [InlineData(1, 7, 1, Finding.InTheMiddle)]
    [InlineData(4, 1, 4, Finding.Split)]
    [InlineData(9, 2, 1, Finding.AgreedUp)]
    [InlineData(1, 2, 9, Finding.AgreedDown)]
    [InlineData(4, 3, 2, Finding.LeaningUp)]
    [InlineData(2, 3, 4, Finding.LeaningDown)]
    [InlineData(2, 4, 2, Finding.Even)]
    [InlineData(60, 0, 0, Finding.AgreedUp)]
    public void An_answer_is_summed_up_in_words_and_from_five_people_on_in_figures(
        int up, int middle, int down, Finding finding)
    {
        var sheet = new EnterSheet
        {
            SheetId = Mine, Answers = [Thumbs(0, up, middle, down), Thumbs(1, 0, 0, 0)],
        };
        var read = AnAgreed().Enter(Candidate.A, sheet).Yes().SheetSeenBy(Candidate.A, Leads, Today).Yes();
        var answer = read.Answers[0];
        Assert.Equal(finding, answer.Finding);
        (int?, int?, int?) figures = up + middle + down < 5 ? (null, null, null) : (up, middle, down);
        Assert.Equal(figures, (answer.Up, answer.Middle, answer.Down));
        Assert.Equal(Finding.NobodyVoted, read.Answers[1].Finding);
    }

    [Fact]
    public void Leads_read_what_would_have_made_it_middle()
    {
        var read = AnAgreed().Enter(Candidate.A, ASheet()).Yes().SeenBy(Leads, 3, Today).Yes();
        Assert.Equal(["Say how you would ask again."], read.Sheets[0].Answers[0].Reasons);
    }

    [Fact]
    public void Nothing_is_added_up_over_questions_and_no_candidate_comes_before_another()
    {
        string[] words = ["mean", "average", "score", "rank", "total", "sum", "place", "name"];
        Type[] seen = [typeof(PanelDetails), typeof(SheetDetails), typeof(AnswerReading), typeof(PanelLine),
            typeof(SetUpPanel), typeof(EnterSheet), typeof(CountedThumbs)];
        var names = seen.SelectMany(type => type.GetProperties()).Select(property => property.Name);
        Assert.All(names, name =>
            Assert.DoesNotContain(words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        var worst = AnAgreed().Enter(Candidate.C, ASheet(40)).Yes().Enter(Candidate.A, ASheet(0)).Yes();
        Assert.Equal(
            [Candidate.A, Candidate.C],
            worst.SeenBy(Leads, 1, Today).Yes().Sheets.Select(sheet => sheet.Candidate));
    }
}
