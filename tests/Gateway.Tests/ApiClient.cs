using System.Text.Json;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Mime;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Tests;

/// <summary>
/// Asks an area over HTTP. Paths start at /api/v1 unless they begin with a slash; each no must be problem details that
/// docs/problems.md explains.
/// </summary>
internal sealed class ApiClient(string url) : IDisposable
{
    private static readonly JsonSerializerOptions Anonymous =
        new(PeerNetJson.Options) { IgnoreReadOnlyProperties = false };

    private readonly HttpClient http =
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null })
    {
        BaseAddress = new($"{url}/api/v1/"),
    };

    private Task<ApiContract>? contract;

    public Task<Answer> Get(string path, Person? by = null) => Send(HttpMethod.Get, path, by);

    public Task<Answer> Delete(string path, Person? by = null) => Send(HttpMethod.Delete, path, by);

    public Task<Answer> Put(string path, Person? by = null, object? body = null, string? ifMatch = null)
    {
        return Send(HttpMethod.Put, path, by, Body(body), ifMatch);
    }

    /// <summary>A value as the body of a request.</summary>
    public static HttpContent? Body(object? body)
    {
        return body is null
            ? null
            : JsonContent.Create(body, body.GetType(), new(MediaTypeNames.Application.Json), Written(body));
    }

    /// <summary>Text as a JSON body.</summary>
    public static HttpContent? Json(string? text) =>
        text is null ? null : new StringContent(text, new MediaTypeHeaderValue(MediaTypeNames.Application.Json));

    // An anonymous type has nothing but read-only properties; a record's are computed and stay at home.
    private static JsonSerializerOptions Written(object body) =>
        body.GetType().Namespace is null ? Anonymous : PeerNetJson.Options;

    public async Task<Answer> Send(
        HttpMethod method, string path, Person? by = null, HttpContent? body = null, string? ifMatch = null,
        params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (by?.Token is { } token) request.Headers.Authorization = new("Bearer", token);
        var condition = method == HttpMethod.Get ? null : by?.Condition;
        if (condition is not null) headers = headers.Append(condition.Value);
        else if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await Answered(request);
        if (answer.Status >= 400 && method != HttpMethod.Head) answer.IsProblem();
        if (!path.StartsWith('/')) (await Contract()).Check(method, path, answer);
        return answer;
    }

    /// <summary>
    /// Asks for what the server refuses before PeerNet sees it, so that it cannot be problem details; or for a list
    /// that is as long as all tests make it, which is checked elsewhere.
    /// </summary>
    public async Task<Answer> Bare(string path, Person? by = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (by?.Token is { } token) request.Headers.Authorization = new("Bearer", token);
        return await Answered(request);
    }

    // Fetched once; every answer is checked against what the area says of itself.
    private Task<ApiContract> Contract() => contract ??= Fetched();

    private async Task<ApiContract> Fetched() =>
        ApiContract.Read(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));

    private async Task<Answer> Answered(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType,
            response.Headers,
            response.Content.Headers);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answer(
    int Status, string Text, MediaTypeHeaderValue? Type, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public string? ETag => Headers.ETag?.ToString();

    /// <summary>The version in the tag, as a tag. What follows it depends on who asks and when.</summary>
    public string? Version => ETag is { } tag ? $"{tag.Split('.')[0]}\"" : null;

    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string? Field => Json.TryGetProperty("field", out var part) ? part.GetString() : null;

    /// <summary>The answer as JSON, when it is the expected yes.</summary>
    public JsonElement Is(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Text}");
        return Text.Length == 0 ? default : Json;
    }

    /// <summary>Fails unless it is a yes that people read.</summary>
    public void IsText() => Assert.True(Status == 200, $"{Status}: {Text}");

    /// <summary>Fails unless it is a yes.</summary>
    public void IsYes() => Assert.True(Status < 300, $"{Status}: {Text}");

    /// <summary>The answer, when it is the expected no.</summary>
    public Answer Refuses(int status, string code, string? field = null)
    {
        Assert.True((Status, Code) == (status, code), $"{Status} instead of {status} {code}: {Text}");
        if (field is not null) Assert.Equal(field, Field);
        return this;
    }

    /// <summary>Every no is application/problem+json with a type that leads to its page (RFC 9457).</summary>
    public void IsProblem()
    {
        Assert.True(Status < 500, $"{Status}: {Text}");
        Assert.True(Type?.MediaType == "application/problem+json", $"{Status} is {Type}: {Text}");
        Assert.Equal(Status, Json.GetProperty("status").GetInt32());
        Assert.Equal($"/problems/{Code}", Json.GetProperty("type").GetString());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        Assert.Matches("^[0-9a-f]{32}$", Json.GetProperty("traceId").GetString());
        Assert.Contains(Code, ProblemCodes.All);
    }
}

/// <summary>The headings of docs/problems.md.</summary>
internal static class ProblemCodes
{
    public static IReadOnlyList<string> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "problems.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line[3..].Trim())];
}
