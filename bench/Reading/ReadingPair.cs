using PeerNet.Bench.Load;
using PeerNet.Bench.Servers;
using PeerNet.Contracts.Members;
using PeerNet.Local;

namespace PeerNet.Bench.Reading;

/// <summary>PeerNet and plain SQL over the same area on one engine.</summary>
internal sealed class ReadingPair : IAsyncDisposable
{
    private const int MaxCallers = 2_000;

    private static readonly TimeSpan SettleInterval = TimeSpan.FromSeconds(2);

    private readonly ServerProcess peernet, plain;

    private ReadingPair(string engine, int meetings, ServerProcess peernet, ServerProcess plain)
    {
        this.peernet = peernet;
        this.plain = plain;
        Engine = engine;
        Meetings = meetings;
        PeerNet = new("PeerNet", peernet);
        Plain = new("plain SQL", plain);
    }

    public string Engine { get; }

    public int Meetings { get; }

    public Door PeerNet { get; }

    public Door Plain { get; }

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Fills two databases, starts a server on each and compares what they answer.</summary>
    /// <param name="area">What the databases are filled with.</param>
    /// <param name="size">How much that is.</param>
    /// <param name="databases">The databases: of PeerNet, and of plain SQL.</param>
    /// <param name="tokens">Who signs in.</param>
    /// <param name="recount">Whether to compare PeerNet's figures with a recount.</param>
    public static async Task<ReadingPair> Start(
        ReadingArea area, ReadingSize size, (string PeerNet, string Plain) databases, LocalTokens tokens, bool recount)
    {
        await PeerNetFill.Fill(databases.PeerNet, area, recount);
        await PlainFill.Fill(databases.Plain, area);
        var pair = new ReadingPair(
            Database.KindOf(databases.PeerNet), size.Meetings,
            await ServerProcess.Start("peernet", databases.PeerNet, tokens.PublicKeyFile),
            await ServerProcess.Start("plain-reads", databases.Plain, tokens.PublicKeyFile))
        {
            Questions =
                Question.Of(As(area.People[^1].Record.Id, "coordinator"), [.. CallersOf(area).Select(id => As(id))]),
        };
        await pair.Settle();
        foreach (var question in pair.Questions) await question.Agree(pair.PeerNet, pair.Plain);
        return pair;

        string As(MemberId person, string? role = null) =>
            $"Bearer {tokens.For(person, role, TimeProvider.System.GetUtcNow())}";
    }

    public async ValueTask DisposeAsync()
    {
        PeerNet.Dispose();
        Plain.Dispose();
        await peernet.DisposeAsync();
        await plain.DisposeAsync();
    }

    /// <summary>
    /// Waits until PeerNet has little to do: on the first day it asks many leads for the logs that are missing. While
    /// they wait for the database, it looks idle.
    /// </summary>
    private async Task Settle()
    {
        using var timer = new PeriodicTimer(SettleInterval);
        var before = PeerNet.Cpu;
        while (await timer.WaitForNextTickAsync())
        {
            var used = PeerNet.Cpu - before;
            if (used < SettleInterval / 10 && await Questions[0].IsCounted(PeerNet)) return;
            before += used;
        }
    }

    // As many leads as others, from all over the area.
    private static IEnumerable<MemberId> CallersOf(ReadingArea area)
    {
        var random = new Random(1);
        var leads = area.Groups.Select(row => row.Record.Standing.Leads[0]).ToArray();
        var people = area.People.Select(row => row.Record.Id).ToArray();
        random.Shuffle(leads);
        random.Shuffle(people);
        return leads.Zip(people, (lead, person) => new[] { lead, person }).SelectMany(two => two).Take(MaxCallers);
    }
}
