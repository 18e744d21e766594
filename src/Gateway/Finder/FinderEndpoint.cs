using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Finder;

/// <summary>The finder over HTTP.</summary>
internal static class FinderEndpoint
{
    public static void AddFinder(this IServiceCollection services)
    {
        services.AddSingleton<GroupSearch>();
        services.AddHostedService<DayChange>();
    }

    public static void MapFinder(this RouteGroupBuilder api)
    {
        api.MapGet("/groups", Find).AllowAnonymous().WithTags("Groups")
            .WithSummary("Finds groups in all areas")
            .WithMetadata(new KnownQuery(QueryDocumentation.Names))
            .Describe();
    }

    private static Ok<FinderPage> Find(HttpRequest request, GroupSearch search, TimeProvider clock) =>
        TypedResults.Ok(search.Find(new QueryParser(request.Query).Parse(search.Areas), clock.GetUtcNow()));
}
