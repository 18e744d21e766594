using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Local;

/// <summary>Seeds gatherings: with what came of them if they are over, and with drafts if they are to come.</summary>
internal sealed class SeedGatherings(LocalArea at, SeedFile file, IGrainFactory grains)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    private readonly DateOnly today = London.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>The ID of a gathering of an area, by its place in the list.</summary>
    public static GatheringId IdOf(LocalArea at, int place) => new(SeedId.Of(at.Area.Value, "gathering", place));

    /// <summary>Holds a gathering, or goes on where an earlier start stopped.</summary>
    public async Task Write(SeedGathering gathering, int place, CancellationToken cancel)
    {
        var id = IdOf(at, place);
        var grain = grains.Gathering(at.Area, id);
        foreach (var group in gathering.Groups) await WaitForLead(group, cancel);
        var keeper = LeadOf(gathering.Groups[0]);
        var isNew = (await grain.Get(keeper)).Refused(out _, out var known);
        if (known is { State: GatheringState.Closed }) return;
        if (isNew) Seed.Expect(await grain.Put(PlanOf(gathering), IfMatch.None, keeper));
        foreach (var group in gathering.Groups.Take(gathering.Keepers))
            Seed.Expect(await grain.Keep(file.GroupId(group), LeadOf(group)));
        foreach (var (table, present) in gathering.Tables.Index())
            Seed.Expect(await grain.Lay(TableOf(id, table), new((Animal)(table * 7), present), keeper));
        foreach (var (table, slips) in gathering.Slips.Index())
            Seed.Expect(await grains.Paper(at.Area, id).MakeSlips(TableOf(id, table), new(slips), keeper));
        if (gathering.UpTo >= GatheringState.Open) Seed.Expect(await grain.Open(keeper));
        foreach (var (number, sentence) in gathering.Sentences.Index()) await Say(id, sentence, number, keeper);
        foreach (var (number, question) in gathering.Questions.Index()) await Ask(id, question, number, gathering);
        if (gathering.UpTo < GatheringState.Closed) return;
        foreach (var group in gathering.Groups.Take(gathering.Keepers))
            Seed.Expect(await grain.Close(LeadOf(group)));
    }

    private async Task Ask(GatheringId gathering, SeedQuestion question, int number, SeedGathering seed)
    {
        var grain = grains.Questions(at.Area, gathering);
        var id = new QuestionId(SeedId.Of($"{gathering}", "question", number));
        var keeper = LeadOf(seed.Groups[0]);
        Seed.Expect(await grain.Ask(id, AsksOf(gathering, question, seed), keeper));
        foreach (var group in seed.Groups.Take(question.Ready))
            Seed.Expect(await grain.MakeReady(id, IfMatch.None, LeadOf(group)));
        if (question.Sheets.IsEmpty && !question.IsClosed) return;
        Seed.Expect(await grain.OpenQuestion(id, keeper));
        foreach (var (table, sheet) in question.Sheets.Index())
        {
            var entry = new TallyId(SeedId.Of($"{id}", "tally", table));
            Seed.Expect(await grain.Enter(id, entry, Counted(sheet, TableOf(gathering, table)), keeper));
        }
        if (question.IsClosed) Seed.Expect(await grain.CloseQuestion(id, keeper));
    }

    private async Task Say(GatheringId gathering, SeedSentence sentence, int number, Caller keeper)
    {
        var grain = grains.Sentences(at.Area, gathering);
        var id = SentenceOf(gathering, number);
        Seed.Expect(await grain.Write(
            id,
            new()
            {
                Text = sentence.Text,
                Kind = SentenceKind.Definition,
                TableId = sentence.From.IsEmpty ? TableOf(gathering, sentence.Tables[0]) : null,
                From = [.. sentence.From.Select(parent => SentenceOf(gathering, parent))],
            },
            IfMatch.None, keeper));
        if (sentence.UpTo == SentenceState.Draft) return;
        foreach (var table in sentence.Tables)
        {
            var heard = new AgreeToSentence(sentence.Text) { Readers = sentence.Readers };
            Seed.Expect(await grain.Agree(id, TableOf(gathering, table), heard, keeper));
        }
        if (sentence.UpTo == SentenceState.Votable) Seed.Expect(await grain.PutToVote(id, keeper));
    }

    private static AskQuestion AsksOf(GatheringId gathering, SeedQuestion question, SeedGathering seed)
    {
        if (question.Sentences.IsEmpty) return question.Asks;
        return question.Asks with
        {
            Options = [.. question.Sentences.Select(place => seed.Sentences[place].Text)],
            Sentences = [.. question.Sentences.Select(place => SentenceOf(gathering, place))],
        };
    }

    private static SentenceId SentenceOf(GatheringId gathering, int place) =>
        new(SeedId.Of($"{gathering}", "sentence", place));

    private static EnterTally Counted(SeedSheet sheet, TableId table) => new()
    {
        TableId = table,
        Present = sheet.Present,
        TookPart = sheet.TookPart,
        Counts = sheet.Counts,
        Conditions = sheet.Conditions,
    };

    // Nobody plans a day that is over, so none is held in an earlier year, and no sentence stood in one.
    private PlanGathering PlanOf(SeedGathering gathering) => new()
    {
        Title = gathering.Title,
        HeldOn = today.AddDays(gathering.DaysAhead),
        StartsAt = new(14, 0),
        Minutes = 150,
        Place = gathering.Place,
        Needs = gathering.Needs,
        Groups = [.. gathering.Groups.Select(file.GroupId)],
        Previous = gathering.Previous is { } before ? IdOf(at, before) : null,
    };

    // A letter tells a person's own record which groups they lead.
    private async Task WaitForLead(int group, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (TimeProvider.System.GetElapsedTime(started) < Timeout)
        {
            var standing = await grains.Member(at.Area, LeadOf(group).Member!.Value).GetStanding();
            if (standing.Leads.Contains(file.GroupId(group))) return;
            await rounds.WaitForNextTickAsync(cancel);
        }
        throw new InvalidOperationException(
            $"Nobody led group {group} of {at.Name} within {Timeout.TotalMinutes:0} minutes.");
    }

    private static TableId TableOf(GatheringId gathering, int place) =>
        new(SeedId.Of($"{gathering}", "table", place));

    private Caller LeadOf(int group) => new(CallerRole.Member, file.Groups.ElementAt(group).People[0]);
}
