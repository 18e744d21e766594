using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Problems;

/// <summary>The only place that turns results into HTTP, and refusals into problem details (RFC 9457).</summary>
internal static class Answer
{
    /// <summary>The problem's member that names the trace in which an operator finds the request.</summary>
    public const string TraceId = "traceId";

    /// <summary>
    /// Puts the trace ID in every problem; the framework would put the whole traceparent, which cannot be found in a
    /// log.
    /// </summary>
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(problems =>
            problems.CustomizeProblemDetails =
                problem => problem.ProblemDetails.Extensions[TraceId] = Activity.Current?.TraceId.ToString());
    }

    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Result<T> result) =>
        result.Refused(out var refusal, out var value) ? refusal.ToProblem() : TypedResults.Ok(value);

    public static Results<Ok<T>, Created<T>, ProblemHttpResult> ToHttp<T>(
        this Result<Written<T>> result, HttpRequest request) =>
        result.ToHttp($"{request.Path}");

    /// <summary>The same, if it is read at a different address.</summary>
    public static Results<Ok<T>, Created<T>, ProblemHttpResult> ToHttp<T>(
        this Result<Written<T>> result, string location)
    {
        if (result.Refused(out var refusal, out var written)) return refusal.ToProblem();
        if (written.Created) return TypedResults.Created(location, written.Answer);
        return TypedResults.Ok(written.Answer);
    }

    public static Results<NoContent, ProblemHttpResult> ToHttp(this Result<Done> result) =>
        result.Refused(out var refusal, out _) ? refusal.ToProblem() : TypedResults.NoContent();

    public static ProblemHttpResult ToProblem(this Refusal refusal) => refusal.ToProblem(Status(refusal));

    public static ProblemHttpResult ToProblem(this Refusal refusal, int status)
    {
        Measures.Refusals.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
        var problem = new RefusalProblem
        {
            Type = $"/problems/{refusal.Code}",
            Title = refusal.Title,
            Status = status,
            Detail = refusal.Detail,
            Says = refusal.Says(),
            Extensions = { ["code"] = refusal.Code, [TraceId] = Activity.Current?.TraceId.ToString() },
        };
        if (refusal.Field is not null) problem.Extensions["field"] = refusal.Field;
        return TypedResults.Problem(problem);
    }

    private static int Status(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Forbidden when RequestRefusals.NobodySignedIn(refusal) => StatusCodes.Status401Unauthorized,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.VersionNeeded => StatusCodes.Status428PreconditionRequired,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        // A newer silo may return a kind that this Gateway does not know.
        _ => StatusCodes.Status500InternalServerError,
    };
}
