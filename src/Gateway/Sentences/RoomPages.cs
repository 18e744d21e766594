using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Sentences;

/// <summary>The pages that list sentences: those of a gathering, and those that stand this year.</summary>
internal sealed class RoomPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/sentences", List).ForMembers();
        site.Pages.MapGet("/gatherings/{id}/sentences", Show).ForMembers();
    }

    private static async Task<RazorComponentResult> List(
        Home home, KeptCards<SentencesCard> elsewhere, CurrentCaller by)
    {
        var standing = await home.SentenceList.ListStanding(by.Caller);
        return Page.Of<StandingPage, StandingModel>(new(standing, elsewhere.List(), home.Name));
    }

    private static async Task<Shown> Show(GatheringId id, Home home, CurrentCaller by) =>
        (await home.ReadSentences(id, by.Caller)).ToPage<RoomPage, RoomModel>();
}

/// <summary>The sentences that stand this year, and those of earlier years.</summary>
/// <param name="List">The sentences, the latest year first.</param>
/// <param name="Elsewhere">What tables of other areas say.</param>
/// <param name="AreaName">The area.</param>
public sealed record StandingModel(SentenceList List, Elsewhere<SentencesCard> Elsewhere, string AreaName)
{
    /// <summary>Every sentence that one may come from.</summary>
    public IEnumerable<SentenceDetails> Known => List.Items.Concat(List.Roots);

    /// <summary>Those of this year.</summary>
    public IReadOnlyList<SentenceDetails> Standing =>
        [.. List.Items.Where(one => one.State == SentenceState.Standing)];

    /// <summary>Those of earlier years, by year.</summary>
    public IEnumerable<IGrouping<int, SentenceDetails>> Earlier =>
        List.Items.Where(one => one.State == SentenceState.Earlier).GroupBy(one => one.Year);
}
