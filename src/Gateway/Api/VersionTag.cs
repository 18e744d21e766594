using PeerNet.Contracts;

namespace PeerNet.Gateway.Api;

/// <summary>Sends a response's version as its ETag, and keeps personal data out of caches.</summary>
internal sealed class VersionTag : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var plain = result is INestedHttpResult nested ? nested.Result : result as IResult;
        if (plain is IValueHttpResult { Value: IVersioned answer })
            context.HttpContext.Response.Headers.ETag = $"\"{answer.Version}\"";
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return result;
    }
}
