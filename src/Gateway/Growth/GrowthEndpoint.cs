using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Growth;

/// <summary>The area's figures over HTTP, for its coordinators.</summary>
internal sealed class GrowthEndpoint : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/growth", Get)
            .ForCoordinators()
            .WithTags("Area")
            .WithSummary("Gets the area's figures for each month or week, beside those of a year earlier")
            .AlsoAs("text/csv", "A row for each period, after a header with the names of the columns.")
            .AlsoAs(
                EventStream.MediaType,
                "The figures as an event, and again whenever they have changed; a comment when there is no news.");
    }

    private static async Task<Results<Ok<GrowthDetails>, ContentHttpResult, GrowthStream, ProblemHttpResult>> Get(
        HttpRequest request, Home home, CurrentCaller caller, TimeProvider clock, GrowthListeners listeners,
        ILogger<GrowthStream> log,
        [Description("month or week. The default is month.")] string? by = null,
        [Description("A day in the first period. The default is 12 periods.")] string? from = null,
        [Description("A day in the last period. The default is 12 periods, or today.")] string? to = null,
        [Description("The ID of a group. The default is the whole area.")] string? group = null,
        [Description("inPerson, online or hybrid; not together with group.")] string? kind = null,
        [Description("json, csv or events. The default is what the Accept header prefers.")] string? format = null)
    {
        var parameters = new GrowthParameters(request);
        if ((await Read()).Refused(out var refusal, out var growth)) return refusal.ToProblem();
        if (parameters.Format == GrowthFormat.Events) return new GrowthStream(growth, Read, listeners, log);
        if (parameters.Format == GrowthFormat.Json) return TypedResults.Ok(growth);
        request.HttpContext.Response.SaveAs("growth.csv");
        return TypedResults.Text(GrowthCsv.Of(growth), Csv.MediaType);

        Task<Result<GrowthDetails>> Read() =>
            home.Growth.GetGrowth(parameters.QueryOn(Periods.Today(clock)), caller.Caller);
    }
}
