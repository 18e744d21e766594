using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Tests;

/// <summary>Every method and address under /api/v1, from the running area's own router.</summary>
internal static class ApiRoutes
{
    private const string Root = "/api/v1";

    /// <summary>Written as <c>PUT /groups/{id}</c>.</summary>
    public static IReadOnlyList<string> Of(RunningArea area) => [.. All(area).Select(route => route.Name)];

    /// <summary>The methods of every address that this one could be by its form.</summary>
    public static IReadOnlyList<string> MethodsAt(RunningArea area, string path)
    {
        var routes = Of(area).Select(route => route.Split(' '));
        return [.. routes.Where(route => IsAlike(route[1].TrimStart('/'))).Select(route => route[0])];

        bool IsAlike(string route)
        {
            string[] parts = route.Split('/'), given = path.Split('/');
            return parts.Length == given.Length
                && parts.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
        }
    }

    /// <summary>
    /// Whom each endpoint declares that it admits: anyone, members or coordinators; nothing where it declares nothing.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Admitted(RunningArea area) =>
        All(area).ToDictionary(route => route.Name, route => Declared(route.Endpoint.Metadata));

    /// <summary>
    /// The endpoints whose answer has a version, and the DELETEs of what such a PUT writes, which answer nothing.
    /// </summary>
    public static IReadOnlySet<string> Versioned(RunningArea area)
    {
        var answering = All(area).Where(route => AnswersVersion(route.Endpoint)).Select(route => route.Name).ToList();
        var puts = answering.Where(name => name.StartsWith("PUT ", StringComparison.Ordinal)).ToList();
        var deletes = puts.Select(name => name.Replace("PUT ", "DELETE ", StringComparison.Ordinal));
        return answering.Concat(deletes.Intersect(Of(area))).ToHashSet();
    }

    private static bool AnswersVersion(Endpoint endpoint)
    {
        return endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler
            && Parts(handler.ReturnType).Any(type => type.IsAssignableTo(typeof(IVersioned)));
    }

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static IEnumerable<(string Name, RouteEndpoint Endpoint)> All(RunningArea area)
    {
        return from endpoint in area.East.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
        let path = endpoint.RoutePattern.RawText!
        where path.StartsWith(Root, StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any"]
        select ($"{method} {path[Root.Length..].TrimEnd('/')}", endpoint);
    }

    // An exception for anyone counts before what the whole noun declares.
    private static string? Declared(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone" : metadata.GetMetadata<IAuthorizeData>()?.Policy;
}
