using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Tests.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Limits;

/// <summary>An area of a test's own with limits of its own, and a neighbour that never answers.</summary>
internal sealed class Limited : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-limits-");
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Cell cell;
    private readonly LocalArea west;
    private readonly string link;
    private bool isStopped;

    private Limited((string Name, string Value)[] limits)
    {
        var east = new LocalArea("east-sussex", "East Sussex", RunningArea.FreePorts(), folder);
        west = new LocalArea("west-sussex", "West Sussex", RunningArea.FreePorts(), folder);
        link = east.Link;
        cell = new(east, [west], builder =>
        {
            RunningArea.OnABusyMachine(builder);
            foreach (var (name, value) in limits)
            {
                var isWhole = name.StartsWith("PeerNet:", StringComparison.Ordinal);
                builder.Configuration[isWhole ? name : $"PeerNet:Limits:{name}"] = value;
            }
        });
        Http = new(cell.Url);
    }

    /// <summary>Asks it as other tests ask the area that they share.</summary>
    public ApiClient Http { get; }

    /// <summary>The address of its pages.</summary>
    public string Url => cell.Url;

    /// <summary>Knocks at its door with the neighbour's certificate.</summary>
    public LinkCaller TheNeighbour() => LinkCaller.As(link, west);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public static async Task<Limited> Start(params (string, string)[] limits)
    {
        var area = new Limited(limits);
        await area.cell.Start(Ended);
        return area;
    }

    /// <summary>The first refusal. Another request is let in now and then, so some may be answered.</summary>
    public static async Task<HttpResponseMessage> Refused(Func<Task<HttpResponseMessage>> send)
    {
        while (true)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => send()));
            if (answers.FirstOrDefault(answer => answer.StatusCode == (HttpStatusCode)429) is { } refused)
                return refused;
            Ended.ThrowIfCancellationRequested();
        }
    }

    public static async Task IsTooMany(Func<Task<HttpResponseMessage>> send)
    {
        using var refused = await Refused(send);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Ended);
        Assert.Equal("request.too-many", problem.GetProperty("code").GetString());
        Assert.Contains("request.too-many", ProblemCodes.All);
    }

    public async Task<Person> APerson(string? role = null)
    {
        var id = new MemberId(Guid.CreateVersion7());
        RunningArea.Yes(await cell.Grains.Member(cell.Area, id)
            .Put(new() { Name = "Sam" }, IfMatch.None, new(CallerRole.Member, id)));
        return new(id, cell.Tokens.For(id, role, RunningArea.Now));
    }

    /// <summary>A group that somebody leads, and their own record knows it; founding it does not count.</summary>
    public async Task<GroupId> AGroup(Person lead)
    {
        var id = new GroupId(Guid.CreateVersion7());
        RunningArea.Yes(await cell.Grains.Group(cell.Area, id)
            .Put(Scene.Description, IfMatch.None, new(CallerRole.Member, lead.Id)));
        await Leads(lead, id.Value);
        return id;
    }

    /// <summary>A role that somebody answers for who belongs to no group.</summary>
    public async Task<RoleId> ARole(Person holder)
    {
        var id = new RoleId(Guid.CreateVersion7());
        (await Http.Put($"roles/{id}", await APerson("coordinator"), new NameRole("Housing lead", holder.Id))).Is(201);
        return id;
    }

    public Task<HttpResponseMessage> Get(string path, Person? by = null, string? accept = null) =>
        Send(HttpMethod.Get, path, by, null, accept);

    public Task<HttpResponseMessage> Put(string path, Person by, object body, bool isNew = false) =>
        Send(HttpMethod.Put, $"/api/v1/{path}", by, body, null, isNew);

    /// <summary>Waits until the person's own record knows of their groups, a moment after the groups do.</summary>
    public Task Leads(Person person, params Guid[] groups)
    {
        return RunningArea.Until(async () =>
        {
            var me = await (await Get("/api/v1/members/me", person)).Content.ReadAsStringAsync(Ended);
            return groups.All(group => me.Contains($"{group}", StringComparison.Ordinal));
        });
    }

    /// <summary>Follows figures live; whoever gets the answer leaves by disposing of it.</summary>
    public async Task<HttpResponseMessage> Listen(Person by)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{cell.Url}/api/v1/growth");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", by.Token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ended);
    }

    public async Task Stop()
    {
        if (!isStopped) await cell.DisposeAsync();
        isStopped = true;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        Http.Dispose();
        await Stop();
        folder.Delete(recursive: true);
    }

    private async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, Person? by, object? body, string? accept, bool isNew = false)
    {
        using var request = new HttpRequestMessage(method, cell.Url + path);
        if (by?.Token is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            if (isNew || path.Contains("groups/", StringComparison.Ordinal)) request.Headers.Remove("If-Match");
        }
        return await http.SendAsync(request, Ended);
    }
}
