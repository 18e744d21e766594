using System.Text;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>A gathering of three tables that asks one question, and whose people all have slips.</summary>
internal sealed class RoomWithSlips
{
    public const int Slips = 60;

    private const int Tables = 3, Present = Slips / Tables;

    private readonly AreaUnderTest area;
    private readonly MemberId[] leads = [.. Enumerable.Range(0, 2).Select(_ => new MemberId(Guid.CreateVersion7()))];
    private readonly Sender[] keepers;
    private readonly GroupId[] groups = [.. Enumerable.Range(0, 2).Select(_ => new GroupId(Guid.CreateVersion7()))];
    private readonly Guid id = Guid.CreateVersion7(), question = Guid.CreateVersion7();

    private RoomWithSlips(AreaUnderTest area)
    {
        this.area = area;
        keepers = [.. leads.Select(lead => area.As(lead))];
    }

    /// <summary>The codes of all slips.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The files with keys of the question.</summary>
    public IEnumerable<FileInfo> Keys => area.PaperKeys.EnumerateFiles($"{question}*", SearchOption.AllDirectories);

    /// <summary>What opens what slips have chosen: the keys of the gathering, and the codes on paper.</summary>
    public IReadOnlyList<byte[]> Secrets()
    {
        var keys = area.PaperKeys.EnumerateFiles("*.key", SearchOption.AllDirectories)
            .Where(file => file.Directory!.Name == $"{id}")
            .Select(file => File.ReadAllBytes(file.FullName))
            .ToList();
        return [.. keys, .. keys.Select(Convert.ToBase64String).Concat(Codes).Select(Encoding.ASCII.GetBytes)];
    }

    /// <summary>Opens the question.</summary>
    public static async Task<RoomWithSlips> Open(AreaUnderTest area)
    {
        var room = new RoomWithSlips(area);
        foreach (var (keeper, group, lead) in room.keepers.Zip(room.groups, room.leads))
        {
            await Yes(keeper, $"members/{lead}", new MemberProfile { Name = "Sam" });
            await Yes(keeper, $"groups/{group}", new GroupDescription { Name = "Tea" });
            await Until.True("their own record knows the group", 60, async () =>
                (await keeper.Insist(HttpMethod.Get, "/api/v1/members/me")).Body
                    .Contains($"{group}", StringComparison.Ordinal));
        }
        await room.Prepare();
        return room;
    }

    /// <summary>One device sends every slip, in an order of its own, until something else ends.</summary>
    public async Task SendAll(int device, Task end)
    {
        var order = Codes.Index().ToArray();
        new Random(device).Shuffle(order);
        do await SendEach(order);
        while (!end.IsCompleted);
    }

    /// <summary>Closes the question, and returns the result.</summary>
    public async Task<QuestionResult> Close()
    {
        await Yes(keepers[0], $"gatherings/{id}/questions/{question}/closing", new { });
        var at = $"/api/v1/gatherings/{id}/questions/{question}/result";
        return (await keepers[0].Insist(HttpMethod.Get, at)).As<QuestionResult>();
    }

    /// <summary>How many choose that option.</summary>
    public static int Choosing(string box) =>
        Enumerable.Range(0, Slips).Count(place => ChoicesOf(place).Contains(box));

    private static IEnumerable<string> ChoicesOf(int place)
    {
        if (place % 2 == 0) yield return "A";
        if (place % 3 == 0) yield return "B";
    }

    private async Task SendEach(IEnumerable<(int Place, string Code)> order)
    {
        foreach (var (place, code) in order)
        {
            var answer = await area.Visitor.Insist(
                HttpMethod.Put, $"/api/v1/gatherings/{id}/questions/{question}/slips",
                new SpendSlip(code, [.. ChoicesOf(place)]));
            Assert.Equal(200, answer.Status);
        }
    }

    private async Task Prepare()
    {
        var at = $"gatherings/{id}";
        await Yes(keepers[0], at, new PlanGathering
        {
            Title = "A big room", HeldOn = Diary.Today, StartsAt = new(14, 0), Minutes = 150, Groups = [.. groups],
        });
        await Yes(keepers[1], $"{at}/keepers/{groups[1]}", new { });
        foreach (var table in Enumerable.Range(0, Tables))
        {
            var seat = $"{at}/tables/{Guid.CreateVersion7()}";
            await Yes(keepers[0], seat, new LayTable((Animal)table, Present));
            await Yes(keepers[0], $"{seat}/slips", new MakeSlips(Present));
        }
        await Yes(keepers[0], $"{at}/opening", new { });
        await Yes(keepers[0], $"{at}/questions/{question}", new AskQuestion
        {
            Kind = QuestionKind.Vote, Text = "Which?", Options = ["Together", "As equals"],
        });
        foreach (var keeper in keepers) await Yes(keeper, $"{at}/questions/{question}/readiness", new { });
        await Yes(keepers[0], $"{at}/questions/{question}/opening", new { });
        var paper = (await keepers[0].Insist(HttpMethod.Get, $"/api/v1/{at}/paper")).As<Paper>();
        Codes = [.. paper.Tables.SelectMany(table => table.Slips)];
    }

    private static async Task Yes(Sender by, string path, object body)
    {
        var answer = await by.Insist(HttpMethod.Put, $"/api/v1/{path}", body);
        Assert.True(answer.Acknowledged, $"{path}: {answer.Status} {answer.Body}");
    }
}
