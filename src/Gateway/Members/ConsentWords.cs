using Microsoft.Extensions.Localization;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Members;

/// <summary>What a person agreed to, when, and who says so, in a sentence.</summary>
internal static class ConsentWords
{
    /// <summary>Returns a sentence such as "You said yes on Tuesday 3 March 2026."</summary>
    public static string Of(ConsentReceipt receipt, MemberId me, IStringLocalizer<Texts> texts)
    {
        var day = texts.DayOf(receipt.At);
        if (receipt.How == ConsentChannel.Ended) return texts["This came to an end on {0}.", day];
        var isHeard = receipt.How == ConsentChannel.Heard || receipt.By != me;
        if (isHeard && receipt.Given) return texts["Somebody recorded on {0} that you said yes.", day];
        if (isHeard) return texts["Somebody recorded on {0} that you said no.", day];
        return receipt.Given ? texts["You said yes on {0}.", day] : texts["You said no on {0}.", day];
    }
}
