using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PeerNet.Browser.Tests.Afternoon;

/// <summary>
/// One area's hall on the afternoon: two keepers from two groups, and its tables. Paths are those of the API.
/// </summary>
internal sealed class Hall : IAsyncDisposable
{
    private static readonly string[] Animals = ["otter", "heron", "badger", "wren"], StepFree = ["stepFree"];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<(string Token, string Group)> keepers = [];
    private readonly Dictionary<int, TablePhone> phones = [];
    private readonly string coordinator;

    /// <summary>A hall of an area of the network, with so many people at each table.</summary>
    public Hall(JsonElement area, params int[] tables)
    {
        Url = area.GetProperty("url").GetString()!;
        Area = area.GetProperty("id").GetString()!;
        http.BaseAddress = new($"{Url}/api/v1/");
        foreach (var person in area.GetProperty("people").EnumerateArray())
        {
            if (person.GetProperty("role").GetString() == "coordinator") coordinator = TokenOf(person);
            if (person.GetProperty("role").GetString() != "lead" || keepers.Count == 2) continue;
            var group = person.GetProperty("groups")[0].GetString()!;
            if (keepers.All(keeper => keeper.Group != group)) keepers.Add((TokenOf(person), group));
        }
        Assert.NotNull(coordinator);
        Tables = [.. tables.Select(present => new SeatedTable($"{Guid.CreateVersion7()}", present))];
    }

    /// <summary>The address of the area.</summary>
    public string Url { get; }

    /// <summary>The area.</summary>
    public string Area { get; }

    /// <summary>Its tables.</summary>
    public IReadOnlyList<SeatedTable> Tables { get; }

    /// <summary>The groups of its two keepers.</summary>
    public IReadOnlyList<string> Groups => [.. keepers.Select(keeper => keeper.Group)];

    /// <summary>Plans and opens the hall's part of a gathering.</summary>
    public async Task Gather(string gathering, string title, string place)
    {
        await Put(gathering, new
        {
            title, heldOn = Site.Today, startsAt = "13:30", minutes = 150, place, needs = StepFree, groups = Groups,
        });
        await Put($"{gathering}/keepers/{Groups[1]}", null, 1);
        foreach (var (table, animal) in Tables.Zip(Animals))
            await Put($"{gathering}/tables/{table.Id}", new { label = animal, present = table.Present });
        await Put($"{gathering}/opening");
    }

    /// <summary>
    /// Each table gets its paper and, unless it has no phone, opens its page: by the code and the QR code in turn.
    /// </summary>
    public async Task HandOut(Site site, string gathering, params int[] withoutPhone)
    {
        var papers = (await Get($"{gathering}/paper")).GetProperty("tables").EnumerateArray().ToList();
        var handed = Tables.Index().Where(one => !withoutPhone.Contains(one.Index)).Select(async one =>
        {
            var paper = papers.Single(paper => paper.GetProperty("tableId").GetString() == one.Item.Id);
            var right = $"{gathering[^36..]}.{one.Item.Id}.{paper.GetProperty("right").GetString()}";
            var phone = one.Index % 2 == 0
                ? await TablePhone.Scan(site, this, one.Item, right)
                : await TablePhone.Type(site, this, one.Item, paper.GetProperty("code").GetString()!);
            return (one.Index, phone);
        });
        foreach (var (place, phone) in await Task.WhenAll(handed)) phones[place] = phone;
    }

    /// <summary>The phone of a table that has one.</summary>
    public TablePhone PhoneOf(int table) => phones[table];

    /// <summary>Two keepers agree to a question.</summary>
    public async Task Agree(string question, object asks)
    {
        await Put(question, asks);
        for (var keeper = 0; keeper < 2; keeper++) await Put($"{question}/readiness", null, keeper);
    }

    /// <summary>
    /// A table where everybody took part enters its count on its phone; if it has none, a keeper types in its sheet.
    /// </summary>
    public Task Count(string question, int table, params int[] counts)
    {
        if (phones.TryGetValue(table, out var phone)) return phone.Enter(question, counts);
        var (id, present) = Tables[table];
        return Put(
            $"{question}/tallies/{Guid.CreateVersion7()}", new { tableId = id, present, tookPart = present, counts });
    }

    /// <summary>The same for each table, whatever its number of people makes of it.</summary>
    public async Task CountAll(string question, Func<int, int[]> counts)
    {
        foreach (var (place, table) in Tables.Index()) await Count(question, place, counts(table.Present));
    }

    /// <summary>Closes a question and hands its count in.</summary>
    public async Task HandIn(string question)
    {
        await Put($"{question}/closing");
        await Put($"{question}/handing-in");
    }

    /// <summary>Waits until a page of the API says something.</summary>
    public async Task<JsonElement> Says(string path, string what)
    {
        var said = "";
        await Until.So(async () =>
        {
            using var asking = Asking(HttpMethod.Get, path);
            using var answer = await http.SendAsync(asking, TestContext.Current.CancellationToken);
            said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode && said.Contains(what, StringComparison.Ordinal);
        });
        return JsonSerializer.Deserialize<JsonElement>(said);
    }

    /// <summary>A keeper puts something, or a coordinator.</summary>
    public async Task<JsonElement> Put(string path, object? body = null, int? keeper = 0)
    {
        var asking = Asking(HttpMethod.Put, path, keeper);
        if (body is not null) asking.Content = JsonContent.Create(body);
        return await Send(asking);
    }

    /// <summary>A keeper reads something.</summary>
    public Task<JsonElement> Get(string path) => Send(Asking(HttpMethod.Get, path));

    /// <summary>A coordinator closes the border to another area, as if the line were cut; or opens it again.</summary>
    public Task Cut(string other, bool isCut) =>
        Send(Asking(isCut ? HttpMethod.Put : HttpMethod.Delete, $"link/border/{other}", keeper: null));

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in phones.Values) await phone.DisposeAsync();
        http.Dispose();
    }

    private HttpRequestMessage Asking(HttpMethod method, string path, int? keeper = 0)
    {
        var asking = new HttpRequestMessage(method, path);
        var token = keeper is { } place ? keepers[place].Token : coordinator;
        asking.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return asking;
    }

    private async Task<JsonElement> Send(HttpRequestMessage asking)
    {
        using (asking)
        {
            using var answer = await http.SendAsync(asking, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{asking.Method} {asking.RequestUri}: {text}");
            return text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        }
    }

    private static string TokenOf(JsonElement person) => person.GetProperty("token").GetString()!;
}

/// <summary>A table of a hall.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Present">How many people sit at it.</param>
internal sealed record SeatedTable(string Id, int Present);
