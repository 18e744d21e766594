using Microsoft.AspNetCore.Http.HttpResults;

namespace PeerNet.Gateway.Finder;

/// <summary>The finder over HTTP, and its day.</summary>
internal static class FinderEndpoint
{
    public static void AddFinder(this IServiceCollection services)
    {
        services.AddSingleton<Finder>();
        services.AddHostedService<DayTurn>();
    }

    public static void MapFinder(this RouteGroupBuilder api) =>
        api.MapGet("/groups", Find).AllowAnonymous().WithTags("Groups").WithSummary("Finds groups in all areas").Describe();

    private static Ok<FinderPage> Find(HttpRequest request, Finder finder, TimeProvider clock) =>
        TypedResults.Ok(finder.Find(new FinderParameters(request.Query).Read(finder.Areas), clock.GetUtcNow()));
}

/// <summary>Turns the finder over to each new day, so that the first who searches need not wait for it.</summary>
internal sealed class DayTurn(Finder finder, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(5), clock);
        while (await often.WaitForNextTickAsync(stoppingToken)) finder.TurnTo(clock.GetUtcNow());
    }
}
