using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Local;

/// <summary>Seeds offers of support in every state, with the matches that have come of them.</summary>
internal sealed class SeedSupport(LocalArea at, SeedFile file, IGrainFactory grains)
{
    private readonly DateOnly today = London.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>Makes an offer, unless an earlier start has made it.</summary>
    public async Task Write(SeedOffer offer, int place)
    {
        var id = new SupportOfferId(SeedId.Of(at.Area.Value, "offer", place));
        var grain = grains.SupportOffer(at.Area, id);
        var maker = By(offer.By);
        if (!(await grain.Get(maker)).Refused(out _, out _)) return;
        var terms = offer.Terms with
        {
            GroupId = offer.Group is { } group ? file.GroupId(group) : null,
            ExpiresOn = today.AddDays(offer.LastsDays),
        };
        Seed.Expect(await grain.Put(terms, IfMatch.None, maker));
        foreach (var match in offer.Matches) await Write(match, id, offer.By);
        if (offer.IsPaused) Seed.Expect(await grain.Pause(true, maker, IfMatch.Any));
        if (offer.HiddenBecause is not { } reason) return;
        var coordinator = new Caller(CallerRole.Coordinator, file.Coordinator);
        Seed.Expect(await grain.Hide(new(reason), coordinator, IfMatch.Any));
    }

    private async Task Write(SeedMatch match, SupportOfferId offer, int maker)
    {
        var grain = grains.Matches(at.Area, offer);
        var id = new MatchId(SeedId.Of($"{offer}", "match", match.By));
        Seed.Expect(await grain.TakeUp(id, Yes(match.By), By(match.By)));
        if (match.UpTo >= MatchState.Agreed) Seed.Expect(await grain.Agree(id, Yes(maker), By(maker)));
        if (match.UpTo < MatchState.Arranged) return;
        var isOver = match.UpTo is MatchState.Done or MatchState.NotDone;
        var arrangement = new Arrangement(today.AddDays(isOver ? 0 : 3), new(14, 0), "Where we said on the phone");
        Seed.Expect(await grain.Arrange(id, arrangement, By(maker)));
        if (!isOver) return;
        var outcome = new MatchOutcome(match.UpTo == MatchState.Done, match.Word);
        Seed.Expect(await grain.Report(id, outcome, By(match.By)));
    }

    private Caller By(int person) => new(CallerRole.Member, file.Person(person));

    private SayYes Yes(int person) => new(file.NameOf(person), ContactPart.Email);
}
