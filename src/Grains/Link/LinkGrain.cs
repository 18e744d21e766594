using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Link;

/// <summary>
/// Reads what is for other areas and enters it in the ledger before it is sent. It stores nothing itself.
/// </summary>
[GrainType("link"), Orleans.Concurrency.StatelessWorker]
internal sealed partial class LinkGrain(
    ILinkRows rows, UnreadableRows unreadable, TimeProvider clock) : Grain, ILinkGrain
{
    // Far below the 8 MiB at which a reader stops.
    private const int MaxPageBytes = 1024 * 1024;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public Task<CardPage> ListCards(CardCursor after, int limit) => ReadCards(after, limit, abroad: false);

    public async Task<Result<CardPage>> SendCards(AreaId to, CardCursor after, int limit)
    {
        if (await IsClosedTo(to)) return LinkRefusals.BorderClosed;
        var page = await ReadCards(after, limit, abroad: true);
        var now = clock.GetUtcNow();
        if (!page.Restarted && after.Feed is not null) await rows.AcknowledgeCards(Leaving.GroupCard, to, after, now);
        await rows.Enter([.. page.Items.Select(item => Leaving.Card(to, page.Next.Feed!, item, now))]);
        return page;
    }

    public async Task<ImmutableArray<WaitingLetter>> SendLetters(AreaId to, ImmutableArray<string> kinds, int limit)
    {
        if (await IsClosedTo(to)) return [];
        var now = clock.GetUtcNow();
        var letters = await rows.Letters(to, kinds, now, limit);
        await rows.Enter([.. letters.Select(waiting => new Leaving(
            waiting.Letter.Operation.ToString(),
            to,
            MessageKinds.NameOf(waiting.Letter),
            waiting.Letter.Subject(),
            now))]);
        return [.. letters];
    }

    public async Task Settle(WaitingLetter letter, string? refused)
    {
        await Settle(letter, Delivery.Of(letter.Letter.Operation, letter.Attempt, refused));
        if (refused == LinkRefusals.BorderClosed.Code) return;
        await rows.Acknowledge(letter.Letter.Operation, refused, clock.GetUtcNow());
    }

    public Task PutOff(WaitingLetter letter) => Settle(letter, Delivery.Fault(letter.Letter.Operation, letter.Attempt));

    public async Task<Result<Done>> Receive(Letter letter)
    {
        if (await IsClosedTo(letter.From)) return LinkRefusals.BorderClosed;
        if (letter.To != Area) return LinkRefusals.Misdirected;
        return await GrainFactory.Receiver(letter.Addressee(Area)).Receive(letter);
    }

    public async Task<ImmutableArray<LettersWaiting>> CountWaiting() =>
        [.. (await rows.CountMessages()).Where(to => to.To != Area)
            .Select(to => new LettersWaiting(to.To, to.Kind, to.Waiting, to.Parked))];

    public async Task<LedgerPage> ReadLedger(long? before, int limit, AreaId? to)
    {
        var found = await rows.Ledger(before, limit + 1, to);
        return new([.. found.Take(limit)], found.Count > limit ? found[limit - 1].Id : null);
    }

    /// <summary>As many changes as fit into a page, and at least one. Cards differ a hundredfold in length.</summary>
    private static ImmutableArray<TChange> PageOf<TChange>(IEnumerable<TChange> changes)
    {
        var page = ImmutableArray.CreateBuilder<TChange>();
        var bytes = 0;
        foreach (var change in changes)
        {
            bytes += JsonSerializer.SerializeToUtf8Bytes(change, PeerNetJson.Options).Length;
            if (bytes > MaxPageBytes && page.Count > 0) break;
            page.Add(change);
        }
        return page.DrainToImmutable();
    }

    private async Task<CardPage> ReadCards(CardCursor after, int limit, bool abroad)
    {
        var today = London.DayOf(clock.GetUtcNow());
        var (items, next, restarted) = await Read(
            "group", after, limit, change => CardOf(change, today, abroad), change => change.Modified);
        return new(items, next, restarted);
    }

    // A page without items is the end of the feed, so pages of what is left out are passed over.
    private async Task<(ImmutableArray<TChange> Items, CardCursor Next, bool Restarted)> Read<TChange>(
        string kind, CardCursor after, int limit, Func<ChangedRow, TChange[]> cardsOf, Func<TChange, long> numberOf)
    {
        var (feed, newest) = await rows.Feed(kind);
        var restarted = after.Feed is not null && (after.Feed != feed || after.After > newest);
        var from = restarted ? 0 : after.After;
        while (true)
        {
            var changed = await rows.Changes(kind, from, limit);
            if (changed.Count > 0) from = changed[^1].Change;
            List<TChange> changes = [.. changed.SelectMany(cardsOf)];
            var items = PageOf(changes);
            if (items.Length < changes.Count) return (items, new(feed, numberOf(items[^1])), restarted);
            if (!items.IsEmpty || changed.Count == 0) return (items, new(feed, from), restarted);
        }
    }

    // None for a group that no other area has been told of. A group that cannot be read cannot be visited either, so it
    // counts as deleted until its row is repaired.
    private CardChange[] CardOf(ChangedRow changed, DateOnly today, bool abroad)
    {
        var deleted = new CardChange(CardState.Deleted, new(changed.Id), changed.Change, null);
        if (changed.Payload is not { } payload) return [deleted];
        return unreadable.Read<Group, CardChange[]>("group", changed.Id, payload, CardsOf) ?? [deleted];

        CardChange[] CardsOf(Group group)
        {
            if (abroad && group.IsUnknownAbroad) return [];
            var card = abroad ? group.CardAbroad(today, Area) : group.CardOn(today, Area);
            return [card is null ? deleted : deleted with { State = CardState.Updated, Data = card }];
        }
    }

    private async Task<bool> IsClosedTo(AreaId area) => (await GrainFactory.Border(Area).GetClosed()).Contains(area);

    private Task Settle(WaitingLetter letter, Delivery delivery) =>
        GrainFactory.Sender(GrainKey.Parse(letter.GrainKey)).Settle(delivery);
}
