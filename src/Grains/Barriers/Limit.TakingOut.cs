using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>Taking words out of what everybody reads. Nothing else of it ever changes.</summary>
internal sealed partial record Limit
{
    /// <summary>A coordinator takes words out, such as a name, wherever they were said.</summary>
    public Next<Limit> TakeOut(TakeOutWords takeOut, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Says is null) return LimitRefusals.NotFound;
        if (TakenOut.WrongWith(takeOut) is { } wrong) return LimitRefusals.Invalid("words", wrong);
        var without = Without(text => TakenOut.Of(text, takeOut.Words));
        if (PeerNetJson.Same(this, without)) return this;
        return without.Says!.What == Says.What ? without : without.Quoting(Cited.AsSpan());
    }

    private Limit Without(Func<string, string> change)
    {
        return this with
        {
            Says = Says! with
            {
                What = change(Says.What),
                Source = Says.Source is { } source ? change(source) : null,
                Section = Says.Section is { } section ? change(section) : null,
                WhoseRule = change(Says.WhoseRule),
                WouldHaveToChange = change(Says.WouldHaveToChange),
            },
            Checks = [.. Checks.Select(one => one with { Says = new(change(one.Says.Who), change(one.Says.How)) })],
            Disputes = [.. Disputes.Select(one => one with { Why = change(one.Why) })],
            WhatChanged = WhatChanged is { } changed ? change(changed) : null,
        };
    }
}
