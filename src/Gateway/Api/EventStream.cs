using System.Text;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Writes server-sent events (HTML Living Standard, 9.2). The framework's own result writes no comments, by which a
/// client learns that the connection still works while there is no news.
/// </summary>
internal sealed class EventStream(HttpResponse response, CancellationToken ending)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/event-stream";

    private const string LastEventId = "Last-Event-ID";

    /// <summary>The ID of the last event that the client has seen, or null.</summary>
    public string? Seen => response.HttpContext.Request.Headers[LastEventId] is [{ Length: > 0 } id] ? id : null;

    /// <summary>Starts the response, and says when to come back after it has ended.</summary>
    public Task Begin(TimeSpan comeBack)
    {
        response.ContentType = MediaType;
        // For proxies that would collect a response before they pass it on.
        response.Headers["X-Accel-Buffering"] = "no";
        return Write($"retry: {comeBack.TotalMilliseconds:0}\n\n");
    }

    /// <summary>Sends an event. The data is JSON on one line.</summary>
    public Task Send(string id, ReadOnlySpan<byte> json) =>
        Write($"id: {id}\ndata: {Encoding.UTF8.GetString(json)}\n\n");

    /// <summary>Sends a comment, which clients ignore.</summary>
    public Task Beat() => Write(":\n\n");

    private async Task Write(string text)
    {
        await response.WriteAsync(text, ending);
        await response.Body.FlushAsync(ending);
    }
}
