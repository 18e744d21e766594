using System.Text.Json;
using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>
/// An area whose silo was killed once, while it released three years of months and mailed many people, and that runs
/// again.
/// </summary>
public sealed class AreaAtWork : IAsyncLifetime
{
    /// <summary>How many people have a notice to be mailed about.</summary>
    internal const int People = 200;

    private const int MonthsToSee = 5, MailsToSee = 20, AtOnce = 8;
    private static readonly AreaId Here = new(AreaUnderTest.Area);

    private readonly List<MemberId> people = [.. Enumerable.Range(0, People).Select(_ => NewMember())];
    private readonly Caller lead = new(CallerRole.Member, NewMember());
    private readonly GroupId[] groups = [.. Enumerable.Range(0, 8).Select(_ => new GroupId(Guid.CreateVersion7()))];

    /// <summary>The first month that is released, three years ago.</summary>
    internal static DateOnly First { get; } = new(Diary.Today.Year - 3, Diary.Today.Month, 1);

    /// <summary>A group that has met.</summary>
    internal GroupId Group => groups[0];

    /// <summary>How many months were due when it began.</summary>
    internal int Due { get; } = DueOn(Diary.Today);

    internal AreaUnderTest Running { get; } = AreaUnderTest.OnSqlite();

    /// <summary>The months that were released when the silo was killed, or some moments before.</summary>
    internal IReadOnlyList<string> MonthsBefore { get; private set; } = [];

    /// <summary>The months that were released afterwards.</summary>
    internal IReadOnlyList<string> MonthsAfter { get; private set; } = [];

    /// <summary>The number of mails when the silo had been killed.</summary>
    internal int MailsBefore { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Running.Start();
        await using (var client = await Running.Connect())
        {
            await Prepare(client.Grains);
            var work = Task.WhenAll([client.Grains.Releases(Here).Start(First), Tick(client.Grains)]);
            await Until.True("it is in the middle of both", 60, async () =>
            {
                MonthsBefore = await Months();
                return MonthsBefore.Count >= MonthsToSee && MailedTo().Count >= MailsToSee;
            }, everyMilliseconds: 10);
            await Running.Silos[0].Kill();
            // What was under way has no answer.
            _ = work.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
        }
        MailsBefore = MailedTo().Count;
        Campaigns.Figures.Write(
            $"SIGKILL after {MonthsBefore.Count} of {Due} months and {MailsBefore} of {People} mails");

        Running.Silos[0].Start();
        await Running.Silos[0].Ready();
        await using (var client = await Running.Connect())
        {
            await Log(client.Grains, groups[0], visitors: 40);
            await Tick(client.Grains);
        }
        await Until.True("all months are released", 60, async () =>
        {
            MonthsAfter = await Months();
            return MonthsAfter.Count >= Due;
        });
    }

    public async ValueTask DisposeAsync()
    {
        Running.Finished = true;
        await Running.DisposeAsync();
    }

    /// <summary>To whom mails were sent; a file that was not written to its end counts too.</summary>
    internal IReadOnlyList<string> MailedTo()
    {
        if (!Directory.Exists(Running.Mail.FullName)) return [];
        return [.. Running.Mail.EnumerateFiles("*.eml").Select(file =>
            File.ReadLines(file.FullName).FirstOrDefault(line => line.StartsWith("To: ", StringComparison.Ordinal))
            ?? file.Name)];
    }

    private static MemberId NewMember() => new(Guid.CreateVersion7());

    // A month is released once seven whole days have passed since its end.
    private static int DueOn(DateOnly today)
    {
        var settled = today.AddDays(-7);
        return ((settled.Year - First.Year) * 12) + settled.Month - First.Month;
    }

    private async Task Prepare(IGrainFactory grains)
    {
        foreach (var (place, group) in groups.Index())
        {
            // Four for everybody, to whom twenty people come; what is held back takes another four.
            var description =
                new GroupDescription { Name = "Tea", For = place < 4 ? [] : [place < 6 ? "women" : "men"] };
            Assert.False((await grains.Group(Here, group).Put(description, IfMatch.None, lead)).Refused(out _, out _));
            await Log(grains, group, visitors: place < 4 ? 5 : 3);
        }
        await Parallel.ForEachAsync(people.Index(), Busy, async (one, _) =>
        {
            var (place, person) = one;
            var profile = new MemberProfile
            {
                Name = "Sam",
                Contact = new() { Email = $"sam{place}@example.invalid" },
                Consents = new() { NoticesByMail = true },
            };
            var put = await grains.Member(Here, person).Put(
                profile, IfMatch.None, new(CallerRole.Member, person));
            Assert.False(put.Refused(out var why, out var _), $"{why}");
            var about = new NoticeAbout(NoticeKind.Invitation) { GroupId = groups[0] };
            await grains.Notices(Here, person).AsReference<IMessageReceiver>()
                .Receive(new NoticeTold(person, about, 1));
        });
    }

    // As the reminder does a minute after the notice.
    private Task Tick(IGrainFactory grains) =>
        Parallel.ForEachAsync(people, Busy, async (person, _) => await Tick(grains, person));

    private static Task Tick(IGrainFactory grains, MemberId person) =>
        grains.Notices(Here, person).AsReference<IRemindable>().ReceiveReminder("mail", default);

    private static ParallelOptions Busy => new()
    {
        MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken,
    };

    private async Task Log(IGrainFactory grains, GroupId group, int visitors)
    {
        var log = new RecordMeeting
        {
            GroupId = group, HeldOn = First.AddDays(visitors), StartsAt = new(19, 0), Unnamed = new(Visitors: visitors),
        };
        var logged = await grains.Meeting(Here, new(Guid.CreateVersion7())).Record(log, lead);
        Assert.False(logged.Refused(out var why, out _), $"{why}");
    }

    private async Task<IReadOnlyList<string>> Months()
    {
        var releases = (await Running.Visitor.Insist(HttpMethod.Get, "/api/v1/figures")).As<JsonElement>();
        return [.. releases.GetProperty("items").EnumerateArray().Select(month => month.GetRawText())];
    }
}
