using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Growth;

/// <summary>The area's figures in sentences and charts, for its coordinators.</summary>
internal sealed class GrowthPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/growth", Show).ForCoordinators();

    private static async Task<Shown> Show(HttpRequest request, Home home, CurrentCaller by, TimeProvider clock)
    {
        // The form offers every group by name.
        if ((await home.Overview.GetOverview(Guid.Empty, by.Caller)).Refused(out var refusal, out var edition))
            return refusal.ToProblem();
        var today = Periods.Today(clock);
        var model = new GrowthModel(GrowthAddress.Of(request.Query), edition.Overview!.Items);
        if (Read(model.Address, today).Refused(out refusal, out var query))
        {
            return Page.Again<GrowthPage, GrowthModel>(model with { Errors = GrowthWords.Of(refusal) });
        }
        return (await home.Growth.GetGrowth(query, by.Caller)).Refused(out refusal, out var growth)
            ? refusal.ToProblem()
            : Page.Of<GrowthPage, GrowthModel>(model with { Shown = GrowthView.Of(growth, query, today) });
    }

    private static Result<GrowthQuery> Read(GrowthAddress address, DateOnly today)
    {
        try
        {
            return new GrowthParameters(address.ToQuery()).QueryOn(today);
        }
        // A query of the API is refused where it is read; here the form is shown again.
        catch (RefusedRequestException refused)
        {
            return refused.Refusal;
        }
    }
}

/// <summary>What the page of figures shows.</summary>
/// <param name="Address">What is asked for.</param>
/// <param name="Groups">Every group that can be chosen.</param>
public sealed record GrowthModel(GrowthAddress Address, IReadOnlyList<GroupOverview> Groups)
{
    /// <summary>The figures; null if the form has errors.</summary>
    public GrowthView? Shown { get; init; }

    /// <summary>What is wrong with the form.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
