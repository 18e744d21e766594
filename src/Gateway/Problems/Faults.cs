using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Orleans.Runtime;
using Orleans.Serialization;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Problems;

/// <summary>Turns what was thrown into problem details: an unreadable request 400, an area that does not answer 503, the rest 500 without a word of the exception.</summary>
internal sealed partial class Faults(ILogger<Faults> log) : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
    {
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RequestRefusals.TooLarge.ToProblem(StatusCodes.Status413PayloadTooLarge),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => RequestRefusals.MediaType.ToProblem(StatusCodes.Status415UnsupportedMediaType),
            InvalidOperationException { Message: var text } when text.StartsWith("Unable to read the request as JSON", StringComparison.Ordinal) => RequestRefusals.MediaType.ToProblem(StatusCodes.Status415UnsupportedMediaType),
            BadHttpRequestException bad => Unreadable(bad).ToProblem(StatusCodes.Status400BadRequest),
            _ when IsAreaAway(exception) => RequestRefusals.AreaUnreachable.ToProblem(StatusCodes.Status503ServiceUnavailable),
            _ => RequestRefusals.Fault.ToProblem(StatusCodes.Status500InternalServerError),
        };
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:0}";
        // The exception's text may quote what somebody sent, so only its type and place are logged.
        if (problem.StatusCode == StatusCodes.Status500InternalServerError) Fault(log, exception.GetType().FullName, exception.StackTrace);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable) Away(log, exception.GetType().FullName);
        await problem.ExecuteAsync(http);
        return true;
    }

    private static Refusal Unreadable(BadHttpRequestException bad)
    {
        if (bad is RefusedRequestException { Refusal: { } refusal }) return refusal;
        if (Parameter().Match(bad.Message) is { Success: true } named) return RequestRefusals.Parameter(named.Groups[1].Value, "See the documentation at /docs for what it may be.");
        if (bad.InnerException is not JsonException json) return RequestRefusals.Unreadable(null, "A JSON body is needed here.");
        var field = json.Path is { Length: > 2 } path ? path[2..] : null;
        // Our own converters say what they want; the framework's words name types of ours and are left out.
        var ours = !json.Message.Contains("Path:", StringComparison.Ordinal) && !json.Message.Contains("PeerNet.", StringComparison.Ordinal);
        return RequestRefusals.Unreadable(field, ours ? json.Message : "This is not the JSON that is expected here, or a field that is not known or not complete.");
    }

    /// <summary>What Orleans and its storage throw when a silo or a database is away, starting, stopping or slow (the errors seen in fault runs; a database's own are ExternalExceptions).</summary>
    private static bool IsAreaAway(Exception exception) =>
        exception is OrleansException or TimeoutException or ExternalException or CodecNotFoundException or OperationCanceledException or IOException
        || (exception is ArgumentException && exception.Message.StartsWith("Could not find an implementation for interface", StringComparison.Ordinal))
        || (exception is InvalidOperationException && exception.Source?.StartsWith("Orleans", StringComparison.Ordinal) == true)
        || exception.InnerException is { } inner && IsAreaAway(inner);

    // The framework tells which parameter could not be bound in words only: Failed to bind parameter "GroupId id" from "x".
    [GeneratedRegex("^Failed to bind parameter \"[^ \"]+ ([A-Za-z]+)\"")]
    private static partial Regex Parameter();

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault of type {Type} at {Place}")]
    private static partial void Fault(ILogger log, string? type, string? place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The area does not answer: {Type}")]
    private static partial void Away(ILogger log, string? type);
}

/// <summary>A request that binding refuses, with the refusal to answer.</summary>
internal sealed class RefusedRequestException(Refusal refusal) : BadHttpRequestException(refusal.Title)
{
    public Refusal Refusal { get; } = refusal;
}
