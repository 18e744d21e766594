using System.Reflection;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Api;

/// <summary>
/// The query parameters of an endpoint. Any other is refused, because a misspelt one would be taken for granted.
/// </summary>
/// <param name="Names">The names, as the URL spells them.</param>
internal sealed record KnownQuery(IReadOnlyList<string> Names)
{
    private const int MaxShownName = 40;

    private static readonly Type[] Read =
        [typeof(string), typeof(int), typeof(long), typeof(bool), typeof(Day), typeof(AreaId)];

    /// <summary>Adds the parameters of each handler to its endpoint, unless the endpoint names them itself.</summary>
    public static void Declare(EndpointBuilder builder)
    {
        if (builder is not RouteEndpointBuilder route || builder.Metadata.OfType<KnownQuery>().Any()) return;
        if (builder.Metadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler) return;
        var inAddress = route.RoutePattern.Parameters.Select(parameter => parameter.Name).ToList();
        builder.Metadata.Add(new KnownQuery(
        [
            .. handler.GetParameters()
                .Where(one => Read.Contains(Nullable.GetUnderlyingType(one.ParameterType) ?? one.ParameterType))
                .Select(one => one.Name!)
                .Where(name => !inAddress.Contains(name)),
        ]));
    }

    /// <summary>Refuses a parameter that the endpoint does not have, and one that is repeated.</summary>
    public static Task Check(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<KnownQuery>() is not { } known) return next(http);
        foreach (var (name, values) in http.Request.Query)
        {
            if (!known.Names.Contains(name)) return Refuse(http, Shown(name), known.Detail);
            if (values.Count != 1) return Refuse(http, name, "Give it once.");
        }
        return next(http);
    }

    /// <summary>What is allowed, as the detail of a refusal.</summary>
    public string Detail
    {
        get
        {
            return Names.Count == 0
                ? "There is no such parameter. This address takes none."
                : $"There is no such parameter. Use any of {string.Join(", ", Names)}.";
        }
    }

    private static string Shown(string name) => name.Length > MaxShownName ? name[..MaxShownName] : name;

    private static Task Refuse(HttpContext http, string name, string detail) =>
        RequestRefusals.Parameter(name, detail).ToProblem(StatusCodes.Status400BadRequest).ExecuteAsync(http);
}
