using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using PeerNet.Contracts;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>
/// An area's public API. All its responses are recorded, because anyone in that area could store them.
/// </summary>
internal sealed class Door(string area, string url) : IDisposable
{
    private static readonly JsonSerializerOptions Anonymous =
        new(PeerNetJson.Options) { IgnoreReadOnlyProperties = false };

    private readonly ConcurrentQueue<(string Line, string Head, byte[] Body)> answers = new();
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null
    })
    {
        BaseAddress = new($"{url}/api/v1/"),
    };

    /// <summary>Everything that was answered.</summary>
    public IReadOnlyList<(string Line, string Head, byte[] Body)> Answers => [.. answers];

    /// <summary>The same as evidence; what came packed is unpacked by the scan.</summary>
    public IEnumerable<Piece> Pieces()
    {
        return Answers.SelectMany(answer => (Piece[])
            [
                new(area, $"head of the answer to {answer.Line}", Encoding.UTF8.GetBytes(answer.Head)),
                new(area, $"the answer to {answer.Line}", answer.Body)
            ]);
    }

    public Task<Answered> Get(string path, string? token = null) => Send(HttpMethod.Get, path, token);

    public Task<Answered> Delete(string path, string? token = null) => Send(HttpMethod.Delete, path, token);

    public Task<Answered> Put(string path, string? token, object body)
    {
        return Send(HttpMethod.Put, path, token, JsonContent.Create(
            body,
            body.GetType(),
            new(MediaTypeNames.Application.Json),
            body.GetType().Namespace is null ? Anonymous : PeerNetJson.Options));
    }

    public Task<Answered> PutText(string path, string? token, string body) =>
        Send(HttpMethod.Put, path, token, new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json));

    public async Task<Answered> Send(
        HttpMethod method,
        string path,
        string? token = null,
        HttpContent? body = null,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var head = string.Concat(answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}\n"));
        // Without the query, which may contain search words.
        answers.Enqueue(($"{method} {path.Split('?')[0]}", $"{(int)answer.StatusCode}\n{head}", bytes));
        return new((int)answer.StatusCode, Encoding.UTF8.GetString(bytes), head);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answered(int Status, string Text, string Head)
{
    /// <summary>The answer as JSON, when it is a yes.</summary>
    public JsonElement Yes
    {
        get
        {
            Assert.True(Status is >= 200 and < 300, $"{Status}: {Text}");
            return Text.Length == 0 ? default : JsonElement.Parse(Text);
        }
    }
}
