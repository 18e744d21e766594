using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Areas;

/// <summary>A coordinator's first page: what needs them, then every group.</summary>
internal sealed class OverviewPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/overview", Show).ForCoordinators();

    private static async Task<Shown> Show(Home home, CurrentCaller by)
    {
        var read = home.Overview.GetOverview(Guid.Empty, by.Caller);
        var worries = home.Worries.List(WorryState.Waiting, by.Caller);
        var power = home.PowerCheck.CheckPower(by.Caller);
        var answers = home.Barriers.CountAnswers(by.Caller);
        if ((await read).Refused(out var refusal, out var edition)) return refusal.ToProblem();
        if ((await power).Refused(out refusal, out var check)) return refusal.ToProblem();
        var page = OverviewModel.Of(edition.Overview!, (await worries).Length);
        return Page.Of<OverviewPage, OverviewModel>(page with { Power = check, Answers = await answers });
    }
}
