using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Storage;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Panels;

namespace PeerNet.Gateway.Problems;

/// <summary>
/// Turns exceptions into problem details: 400 for an unreadable request, 503 for an area that does not respond, else
/// 500 without the exception's text.
/// </summary>
internal sealed partial class Faults(ILogger<Faults> log, IOptions<JsonOptions> json) : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
    {
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                RequestRefusals.TooLarge.ToProblem(StatusCodes.Status413PayloadTooLarge),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
                RequestRefusals.MediaType.ToProblem(StatusCodes.Status415UnsupportedMediaType),
            InvalidOperationException { Message: var text } when text.StartsWith(
                "Unable to read the request as JSON", StringComparison.Ordinal) =>
                RequestRefusals.MediaType.ToProblem(StatusCodes.Status415UnsupportedMediaType),
            BadHttpRequestException bad => Unreadable(bad).ToProblem(StatusCodes.Status400BadRequest),
            _ when CannotStore(exception) =>
                RequestRefusals.CannotStore.ToProblem(StatusCodes.Status503ServiceUnavailable),
            _ when IsAreaUnreachable(exception) =>
                RequestRefusals.AreaUnreachable.ToProblem(StatusCodes.Status503ServiceUnavailable),
            _ => RequestRefusals.Fault.ToProblem(StatusCodes.Status500InternalServerError),
        };
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = $"{RetryAfter.TotalSeconds:0}";
        // The exception's text may quote the request, so only its type and stack trace are logged.
        if (problem.StatusCode == StatusCodes.Status500InternalServerError)
            Fault(log, exception.GetType().FullName, exception.StackTrace);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
            Unreachable(log, exception.GetType().FullName);
        await problem.ExecuteAsync(http);
        return true;
    }

    private static bool CannotStore(Exception exception) =>
        exception is StorageUnavailableException || exception.InnerException is { } inner && CannotStore(inner);

    private Refusal Unreadable(BadHttpRequestException bad)
    {
        if (bad is RefusedRequestException { Refusal: { } refusal }) return refusal;
        if (Parameter().Match(bad.Message) is { Success: true } named)
            return RequestRefusals.Parameter(named.Groups[2].Value, Allowed(named.Groups[1].Value));
        if (bad.InnerException is not JsonException unread)
            return RequestRefusals.Unreadable(null, "Send a JSON body.");
        var field = unread.Path is { Length: > 2 } path ? path[2..] : null;
        // Messages of our own converters say what they expect; the framework's messages name our types and are left
        // out.
        var ours = !unread.Message.Contains("Path:", StringComparison.Ordinal)
            && !unread.Message.Contains("PeerNet.", StringComparison.Ordinal);
        if (ours) return RequestRefusals.Unreadable(field, unread.Message);
        return RequestRefusals.Unreadable(
            field,
            UnknownFields.Detail(unread, json.Value.SerializerOptions)
                ?? "This is not the JSON expected here, or it has an incomplete field.");
    }

    // The types that an address or a query may have, as the framework names them.
    private static string Allowed(string type) => type switch
    {
        nameof(AreaId) or "Nullable<AreaId>" => "Use the short name of an area, such as east-sussex.",
        "int" or "long" => "Use a whole number.",
        "bool" => "Use true or false.",
        "Nullable<Day>" or nameof(Day) or "Day?" => "Use a date, such as 2026-11-17.",
        nameof(CandidateLetter) => "Use a letter from A to H.",
        _ => "Use a UUID, such as 01994b1e-7c00-7000-8000-000000000001.",
    };

    /// <summary>
    /// Whether Orleans or its storage threw this because a silo or a database is down, starting, stopping or slow: the
    /// exceptions seen in fault tests. What a bug of ours caused is never called an outage, even where Orleans wraps
    /// it, because sending it again would not help.
    /// </summary>
    internal static bool IsAreaUnreachable(Exception exception) => exception switch
    {
        InconsistentStateException => true,
        StatementRefusedException => false,
        // The Gateway has a file of its own.
        _ when SqliteOutage.IsBug(exception) => false,
        OrleansException { InnerException: { } cause } => IsAreaUnreachable(cause),
        // Every database's exceptions are external ones; those whose type only silos know are databases' too.
        ExternalException or UnavailableExceptionFallbackException or CodecNotFoundException => true,
        OrleansException or TimeoutException or OperationCanceledException or IOException => true,
        ArgumentException { Message: var text } when text.StartsWith(
            "Could not find an implementation for interface", StringComparison.Ordinal) => true,
        // A client that has never reached a silo has no connection to send by, and Orleans does not check for that.
        InvalidOperationException or NullReferenceException when IsFromOrleans(exception) => true,
        { InnerException: { } cause } => IsAreaUnreachable(cause),
        _ => false,
    };

    private static bool IsFromOrleans(Exception exception) =>
        exception.Source?.StartsWith("Orleans", StringComparison.Ordinal) == true;

    // The framework names the parameter only in the message: Failed to bind parameter "GroupId id" from "x".
    [GeneratedRegex("^Failed to bind parameter \"([^ \"]+) ([A-Za-z]+)\"")]
    private static partial Regex Parameter();

    [LoggerMessage(Level = LogLevel.Error, Message = "Unhandled {Type} at {Place}")]
    private static partial void Fault(ILogger log, string? type, string? place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The area is not responding: {Type}")]
    private static partial void Unreachable(ILogger log, string? type);
}

/// <summary>Thrown while binding a request, with the refusal to answer.</summary>
internal sealed class RefusedRequestException(Refusal refusal) : BadHttpRequestException(refusal.Title)
{
    public Refusal Refusal { get; } = refusal;
}
