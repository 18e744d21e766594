using System.Collections.Concurrent;
using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>One offer, and people of two areas who all take it up at once.</summary>
internal sealed class Race(LinkedArea home, Sender maker, IReadOnlyList<Racer> racers, int number, Func<Task> settled)
{
    private const int TimeoutSeconds = 60;

    private readonly ConcurrentDictionary<MatchId, (Racer Racer, Told Told)> takeUps = new();

    public SupportOfferId Offer { get; } = new(Guid.CreateVersion7());

    private string Path => $"/api/v1/offers/{Offer}";

    private int Room => number % 5 == 1 ? 2 : 1;

    private bool MakerDeclines => number % 5 == 0;

    private bool MakerAgrees => number % 2 == 0;

    /// <summary>Makes the offer.</summary>
    public async Task Open()
    {
        await Yes(maker, HttpMethod.Put, Path, new SupportOfferTerms
        {
            Side = SupportSide.Offer,
            Kind = SupportKind.Lift,
            Audience = SupportAudience.AllAreas,
            HowOften = Room == 1 ? SupportFrequency.Once : SupportFrequency.Monthly,
            TimesAMonth = Room == 1 ? null : Room,
        });
    }

    /// <summary>Waits until the other area has its card.</summary>
    public Task IsFound()
    {
        return Until.True($"{Offer} is found", TimeoutSeconds, async () =>
        {
            var found = await Yes(racers[^1].Sends, HttpMethod.Get, "/api/v1/offers?kind=lift&limit=100", null);
            return found.As<Found>().Items.Any(offer => offer.Id == Offer);
        }, 500);
    }

    /// <summary>All at once. Then its maker may decline a winner and the two who would win next race again.</summary>
    public async Task Run()
    {
        await Task.WhenAll(racers.Select(TakeUp));
        if (MakerDeclines && takeUps.FirstOrDefault(one => one.Value.Told == Told.Won) is { Value.Racer: { } } won)
        {
            await Yes(maker, HttpMethod.Delete, $"{Path}/matches/{won.Key}", null);
            takeUps[won.Key] = (won.Value.Racer, Told.Declined);
            await IsFound();
            var others = racers.Where(racer => racer != won.Value.Racer).ToList();
            await Task.WhenAll(TakeUp(others[0]), TakeUp(others[^1]));
        }
        if (!MakerAgrees) return;
        foreach (var match in takeUps.Where(one => one.Value.Told == Told.Won))
            await Yes(maker, HttpMethod.Put, $"{Path}/matches/{match.Key}/agreement", new SayYes("Kim"));
    }

    /// <summary>What everybody sees now.</summary>
    public async Task<RacedOffer> Look()
    {
        var seen = await Yes(maker, HttpMethod.Get, Path, null);
        var taken = takeUps.Select(async one => new TakenUp(
            one.Key, one.Value.Told, await Seen(one.Value.Racer, one.Key)));
        return new(
            Offer, Room, [.. await Task.WhenAll(taken)], seen.As<SupportOfferDetails>().Matches);
    }

    private async Task TakeUp(Racer racer)
    {
        var id = new MatchId(Guid.CreateVersion7());
        takeUps[id] = (racer, Told.Nothing);
        takeUps[id] = (racer, await Outcome(racer, id));
        await settled();
    }

    // Some send the same twice at once, as an impatient person does.
    private async Task<Told> Outcome(Racer racer, MatchId id)
    {
        var path = Address(racer, $"{Path}/matches/{id}");
        var times = takeUps.Count % 3 == 0 ? 2 : 1;
        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(
            _ => racer.Sends.Insist(HttpMethod.Put, path, new SayYes("Robin"))));
        if (answers.All(Refuses("support-offer.not-open"))) return Told.Lost;
        var isKnown = answers.Any(answer => answer.Acknowledged || Refuses("support-offer.match-over")(answer));
        Assert.True(isKnown, $"PUT {path}: {answers[0].Status} {answers[0].Body}");
        if (racer.Home == home) return Told.Won;
        MatchDetails? seen = null;
        await Until.True($"{home.Id} has answered {id}", TimeoutSeconds, async () =>
        {
            seen = await Seen(racer, id);
            return seen is { Acknowledged: true };
        }, 500);
        if (seen!.State != MatchState.Ended) return Told.Won;
        return seen.Because == "support-offer.not-open" ? Told.Lost : Told.Nothing;
    }

    private static Func<Answer, bool> Refuses(string code) =>
        answer => answer.Status == 409 && answer.Body.Contains($"{code}\"", StringComparison.Ordinal);

    private static async Task<MatchDetails?> Seen(Racer racer, MatchId id)
    {
        var mine = (await Yes(racer.Sends, HttpMethod.Get, "/api/v1/members/me/offers", null)).As<Mine>();
        return mine.Items.SelectMany(offer => offer.Matches).SingleOrDefault(match => match.Id == id);
    }

    private string Address(Racer racer, string path) => racer.Home == home ? path : $"{path}?area={home.Id}";

    private static async Task<Answer> Yes(Sender who, HttpMethod method, string path, object? body)
    {
        var answer = await who.Insist(method, path, body);
        Assert.True(answer.Acknowledged, $"{method} {path}: {answer.Status} {answer.Body}");
        return answer;
    }

    private sealed record Mine(ImmutableArray<SupportOfferDetails> Items);

    private sealed record Found(ImmutableArray<OfferLine> Items);
}

/// <summary>Somebody who takes offers up, and their area.</summary>
internal sealed record Racer(LinkedArea Home, Sender Sends);
