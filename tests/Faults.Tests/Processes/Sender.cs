using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PeerNet.Contracts;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>Sends requests as one person.</summary>
internal sealed class Sender(HttpClient http, Uri gateway, string? token, Tally tally)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan SendTimeout = TimeSpan.FromMinutes(3);

    /// <summary>Sends once.</summary>
    public async Task<Answer> Once(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(gateway, path));
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (body is not null) request.Content =
            new StringContent(JsonSerializer.Serialize(body, PeerNetJson.Options), Encoding.UTF8, "application/json");
        var sent = TimeProvider.System.GetTimestamp();
        Answer answer;
        try
        {
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            answer = new(
                (int)response.StatusCode,
                response.Headers.RetryAfter,
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException
            && !TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            answer = new(0, null, fault.GetType().Name);
        }
        answer = answer with { Took = TimeProvider.System.GetElapsedTime(sent) };
        tally.Add(answer, path);
        return answer;
    }

    /// <summary>Sends the same again until the answer is yes, or no for good.</summary>
    public async Task<Answer> Insist(HttpMethod method, string path, object? body = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            var answer = await Once(method, path, body);
            if (answer.Definite)
            {
                tally.Settled(answer, tries);
                return answer with { Tries = tries };
            }
            if (TimeProvider.System.GetElapsedTime(started) > SendTimeout) throw new TimeoutException(
                $"{method} {path} was sent {tries} times and last answered with {answer.Status}.");
            var asked = answer.RetryAfter?.Delta ?? MaxPause;
            await Until.Later(asked < MaxPause ? asked : MaxPause);
        }
    }

    /// <summary>Reads, until there is an answer; null when there is no such thing.</summary>
    public async Task<T?> Read<T>(string path) where T : class
    {
        var answer = await Insist(HttpMethod.Get, path);
        return answer.Acknowledged ? answer.As<T>() : null;
    }
}

/// <summary>An answer; status 0 when there was none.</summary>
internal sealed record Answer(int Status, RetryConditionHeaderValue? RetryAfter, string Body)
{
    public TimeSpan Took { get; init; }

    public int Tries { get; init; } = 1;

    public bool Acknowledged => Status is >= 200 and < 300;

    public bool Definite => Acknowledged || Status is >= 400 and < 500 and not (408 or 429);

    public T As<T>() => JsonSerializer.Deserialize<T>(Body, PeerNetJson.Options)!;
}
