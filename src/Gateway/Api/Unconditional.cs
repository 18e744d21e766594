using Microsoft.Extensions.Primitives;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Refuses the condition of a write that has no version to compare. To ignore it would be to write what its sender
/// wanted to leave alone.
/// </summary>
internal static class Unconditional
{
    private const string Detail = "This address has no versions. Send the request without the header.";

    // Any version will do, and so will none.
    private static readonly StringValues Any = "*";

    public static EndpointFilterDelegate Check(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var isConditional = factory.MethodInfo.GetParameters().Any(one => one.ParameterType == typeof(ReadVersion));
        return isConditional ? next : context => Check(context, next);
    }

    private static ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return next(context);
        if (request.Headers.IfMatch is { Count: > 0 } match && match != Any) return Refuse("If-Match");
        return request.Headers.IfNoneMatch.Count > 0 ? Refuse("If-None-Match") : next(context);
    }

    private static ValueTask<object?> Refuse(string name)
    {
        var refusal = RequestRefusals.Parameter(name, Detail);
        return ValueTask.FromResult<object?>(refusal.ToProblem(StatusCodes.Status400BadRequest));
    }
}
