using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>Receipts: what the person has agreed to, when, who says so, and how they said it.</summary>
internal sealed partial record Member
{
    private const int MaxReceipts = 500;

    private static readonly ImmutableArray<(string What, Func<Consents, bool> Given)> ConsentNames =
    [
        ("nameToGroups", c => c.NameToGroups),
        ("contactToLeads", c => c.ContactToLeads),
        ("helpsToLeads", c => c.HelpsToLeads),
        ("noticesByMail", c => c.NoticesByMail),
    ];

    private IEnumerable<ConsentReceipt> Changed(Consents before, Consents after, Caller by, DateTimeOffset now)
    {
        var how = by.Is(Id) ? ConsentChannel.SignedIn : ConsentChannel.Heard;
        var who = by.Member;
        return from consent in ConsentNames
               where consent.Given(after) != consent.Given(before)
               select new ConsentReceipt(consent.What, consent.Given(after), now, who, how);
    }

    private Member With(IEnumerable<ConsentReceipt> receipts)
    {
        var all = Receipts.AddRange(receipts);
        // The latest word on each consent outlives those it replaced.
        while (all.Length > MaxReceipts)
            all = all.Remove(all.FirstOrDefault(one => all.Last(last => last.What == one.What) != one) ?? all[0]);
        return all == Receipts ? this : this with { Receipts = all };
    }

    // The person says so themselves, or somebody else brought it to an end.
    private ConsentReceipt Ended(string what, bool isOwnWish, DateTimeOffset now) =>
        isOwnWish ? new(what, false, now, Id) : new(what, false, now, null, ConsentChannel.Ended);

    private bool HasAgreed(string what) => Receipts.LastOrDefault(receipt => receipt.What == what) is { Given: true };
}
