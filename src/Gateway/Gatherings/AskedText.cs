using Microsoft.Extensions.Localization;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What a question asks, in the reader's language where keepers have not written it.</summary>
internal static class AskedText
{
    /// <summary>What is asked; a mirror question has words of its own.</summary>
    public static string Asked(this IStringLocalizer<Texts> t, AskQuestion asks) =>
        asks.Mirror is null ? asks.Text : t[asks.Text];

    /// <summary>A box of its sheet, by its place.</summary>
    public static string Box(this IStringLocalizer<Texts> t, AskQuestion asks, int place) =>
        t.Say(GatheringWords.BoxOf(asks, place));
}
