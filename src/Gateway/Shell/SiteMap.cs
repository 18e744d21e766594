namespace PeerNet.Gateway.Shell;

/// <summary>
/// The addresses of one noun, its API and its pages side by side. Every implementation is mapped at start.
/// </summary>
internal interface IEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    static abstract void Map(SiteMap site);
}

/// <summary>The two halves of the site.</summary>
/// <param name="Api">Under <c>/api/v1</c>: JSON, problem details, and a place in the OpenAPI document.</param>
/// <param name="Pages">Every other address: for people, and left out of the document.</param>
internal sealed record SiteMap(RouteGroupBuilder Api, RouteGroupBuilder Pages)
{
    /// <summary>Where the API's addresses begin.</summary>
    public const string ApiRoot = "/api/v1";

    /// <summary>Maps every noun, ordered by name so that the OpenAPI document is the same after every build.</summary>
    public void MapAll()
    {
        var found =
            typeof(SiteMap).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IEndpoints)));
        foreach (var endpoints in found.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            endpoints.GetMethod(nameof(IEndpoints.Map))!.CreateDelegate<Action<SiteMap>>()(this);
        }
    }
}
