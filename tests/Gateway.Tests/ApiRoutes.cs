using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PeerNet.Gateway.Tests;

/// <summary>Every method and address under /api/v1, from the running area's own router.</summary>
internal static class ApiRoutes
{
    private const string Root = "/api/v1";

    /// <summary>Written as <c>PUT /groups/{id}</c>.</summary>
    public static IReadOnlyList<string> Of(RunningArea area) =>
    [
        .. from endpoint in area.East.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let path = endpoint.RoutePattern.RawText!
           where path.StartsWith(Root, StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"]
           select $"{method} {path[Root.Length..].TrimEnd('/')}",
    ];
}
