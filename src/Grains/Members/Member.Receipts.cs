using System.Collections.Immutable;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>How many consents the record remembers.</summary>
internal sealed partial record Member
{
    private const int MaxReceipts = 200;

    /// <summary>
    /// Of each consent the first receipt and the last, which prove what was agreed to and what holds now; then those in
    /// between, newest first.
    /// </summary>
    private static ImmutableArray<ConsentReceipt> Kept(ImmutableArray<ConsentReceipt> receipts)
    {
        if (receipts.Length <= MaxReceipts) return receipts;
        var places = receipts.Index().GroupBy(receipt => receipt.Item.What).ToList();
        var last = places.Select(same => same.Last().Index);
        var first = places.Select(same => same.First().Index);
        var newest = Enumerable.Range(0, receipts.Length).Reverse();
        var kept = last.OrderDescending().Concat(first.OrderDescending()).Concat(newest).Distinct().Take(MaxReceipts);
        return [.. kept.Order().Select(place => receipts[place])];
    }
}
