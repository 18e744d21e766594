using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Sentences;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Gatherings;

/// <summary>The pages on which people read about gatherings, follow them on a screen and print a pack.</summary>
internal sealed class GatheringPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/gatherings", List).ForMembers();
        site.Pages.MapGet("/gatherings/{id}", Show).ForMembers();
        site.Pages.MapGet("/gatherings/{id}/screen", ShowScreen).ForMembers();
        site.Pages.MapGet("/gatherings/{id}/pack", ShowPack).ForMembers();
    }

    /// <summary>The page again, with what could not be done.</summary>
    public static async Task<Sent> ShowAgain(
        GatheringId id, string at, Refusal wrong, Home home, TimeProvider clock, CurrentCaller by)
    {
        if (!wrong.CanBeMended() && wrong.Kind != RefusalKind.Stale) return wrong.ToProblem();
        if ((await home.ReadWithSteps(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        return Page.Again<GatheringPage, GatheringModel>(page with { Errors = wrong.At(at) });
    }

    /// <summary>Leads back to that part of the page or, if it was refused, shows it again.</summary>
    public static async Task<Sent> After<T>(
        Result<T> done, GatheringId id, string at, Home home, TimeProvider clock, CurrentCaller by)
    {
        return done.Refused(out var refusal, out _)
            ? await ShowAgain(id, at, refusal, home, clock, by)
            : TypedResults.LocalRedirect($"/gatherings/{id}#{at}");
    }

    private static async Task<Shown> List(GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.Group(id).Get(by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        if ((await home.Gatherings.ListOf(id, by.Caller)).Refused(out refusal, out var items))
            return refusal.ToProblem();
        return Page.Of<GatheringsPage, GatheringsModel>(new(group, items));
    }

    private static async Task<Shown> Show(GatheringId id, Home home, TimeProvider clock, CurrentCaller by) =>
        (await home.ReadWithSteps(id, clock, by.Caller)).ToPage<GatheringPage, GatheringModel>();

    private static async Task<Shown> ShowScreen(
        GatheringId id, Home home, TimeProvider clock, CurrentCaller by, string? question = null)
    {
        if ((await home.ReadGathering(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var chosen = QuestionId.TryParse(question, out var given) ? page.Find(given) : null;
        var shown = chosen ?? ScreenModel.LatestOf(page);
        var said = await home.ReadSaid(id, shown, by.Caller);
        return Page.Of<ScreenPage, ScreenModel>(new(page, shown, said));
    }

    private static async Task<Shown> ShowPack(
        GatheringId id, Home home, TimeProvider clock, CurrentCaller by, HttpRequest request)
    {
        if ((await home.ReadKept(id, clock, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        // An area without keys prints everything but codes.
        (await home.Paper(id).GetPaper(by.Caller)).Refused(out _, out var paper);
        return Page.Of<PackPage, PackModel>(new(page, paper, home.SiteOf(request)));
    }
}

/// <summary>The gatherings of a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Items">Its gatherings, the latest day first.</param>
public sealed record GatheringsModel(GroupDetails Group, IReadOnlyList<GatheringLine> Items)
{
    /// <summary>Whether the caller can plan one for it: leads and coordinators see who has asked to join.</summary>
    public bool CanPlan => Group.Asked is not null;

    /// <summary>Whether the caller leads the group.</summary>
    public bool IsLed => Group.IsLed();
}

/// <summary>What is printed for a gathering.</summary>
/// <param name="Page">The gathering.</param>
/// <param name="Paper">The codes; null if there are none.</param>
/// <param name="Site">The address of the area's pages.</param>
public sealed record PackModel(GatheringModel Page, Paper? Paper, string Site)
{
    /// <summary>What is printed for a table; null if there is nothing.</summary>
    public TablePaper? PaperOf(TableId table) => Paper?.Tables.FirstOrDefault(one => one.TableId == table);
}

/// <summary>What a screen in the room shows.</summary>
/// <param name="Page">The gathering.</param>
/// <param name="Question">The question on the screen; null before the first is asked.</param>
/// <param name="Sentences">What tables have said, if the question counts nothing.</param>
public sealed record ScreenModel(
    GatheringModel Page, QuestionDetails? Question, IReadOnlyList<SentenceDetails> Sentences)
{
    /// <summary>
    /// What tables have agreed to, after a question for words; the sentences, after one for looking back; and, from
    /// when tables begin to join, what they can. The shorter text is first, so that no order says which table spoke
    /// first.
    /// </summary>
    public IReadOnlyList<SentenceDetails> Said
    {
        get
        {
            if (Question is null || !ShowsSaid(Question)) return [];
            return
            [
                .. Sentences.Where(one => one.State is not (SentenceState.Draft or SentenceState.Withdrawn))
                    .Where(one => IsShown(one, Question.Asks.Kind))
                    .OrderBy(one => one.Says.Text.Length)
                    .ThenBy(one => one.Says.Text, StringComparer.Ordinal),
            ];
        }
    }

    // Whoever writes is not led by what others have written; whoever joins looks for what is alike.
    private static bool ShowsSaid(QuestionDetails question) => question.Asks.Kind switch
    {
        QuestionKind.Joining => true,
        QuestionKind.Words or QuestionKind.Reflection => question.State == QuestionState.Closed,
        _ => false,
    };

    private static bool IsShown(SentenceDetails sentence, QuestionKind asked) => asked switch
    {
        QuestionKind.Words => true,
        QuestionKind.Joining => RoomModel.IsVotable(sentence),
        _ => sentence.Says.Kind == SentenceKind.Sentence,
    };

    /// <summary>The bricks that tables have laid, for keepers; null as long as there is none.</summary>
    public Wall? Wall => Wall.Of(Sentences);

    /// <summary>What came of it, once it is closed.</summary>
    public QuestionResult? Result => Question is null ? null : Page.ResultOf(Question.Id);

    /// <summary>The question that is open or, if none is, the last whose hands went down or that has closed.</summary>
    internal static QuestionDetails? LatestOf(GatheringModel page)
    {
        return page.Gathering.Questions.FirstOrDefault(one => one.State == QuestionState.Open)
            ?? page.Gathering.Questions.OrderBy(one => one.Closed).LastOrDefault(one =>
                one.State == QuestionState.Counting || page.ResultOf(one.Id) is { Finding: not Finding.NotAsked });
    }
}
