using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;

namespace PeerNet.Gateway.Link;

/// <summary>What an area's Gateways can read: the version of the wire, and the kinds of letters and cards.</summary>
/// <remarks>
/// Areas are upgraded on different days, so every response of the link carries this in its headers, which costs no
/// extra request. A neighbour of the first version refuses an unknown field but ignores an unknown header.
/// </remarks>
/// <param name="WireVersion">Rises with every change of the golden file <c>wire.v1.txt</c>.</param>
/// <param name="Letters">The kinds of letters, such as <c>seatAsked</c>.</param>
/// <param name="Cards">The kinds of cards, such as <c>group</c>.</param>
internal sealed record Accepts(int WireVersion, ImmutableArray<string> Letters, ImmutableArray<string> Cards)
{
    public const string WireVersionHeader = "PeerNet-Wire-Version";
    public const string LettersHeader = "PeerNet-Accepts-Letters";
    public const string CardsHeader = "PeerNet-Accepts-Cards";

    /// <summary>The kind of card that a group has.</summary>
    public const string GroupCard = "group";

    /// <summary>The kind of card that an offer has.</summary>
    public const string OfferCard = "offer";

    /// <summary>The kind of card that a practice has.</summary>
    public const string PracticeCard = "practice";

    /// <summary>The kind of card that a barrier has.</summary>
    public const string BarrierCard = "barrier";

    /// <summary>The kind of card that a next step has.</summary>
    public const string NextStepCard = "nextStep";

    /// <summary>The kind of card that the sentences of a gathering have.</summary>
    public const string SentencesCard = "sentences";

    private static readonly ImmutableArray<string> LinkedRoomLetters =
    [
        .. LinkJson.Sending.GetTypeInfo(typeof(Letter)).PolymorphismOptions!.DerivedTypes
            .Where(kind => kind.DerivedType.IsSubclassOf(typeof(LinkedRoomLetter)))
            .Select(kind => (string)kind.TypeDiscriminator!),
    ];

    private const int MaxKinds = 100, MaxKindLength = 60;

    /// <summary>What this Gateway can read: every kind it has a type for.</summary>
    public static Accepts Here { get; } = new(
        9,
        [.. LinkJson.Sending.GetTypeInfo(typeof(Letter)).PolymorphismOptions!.DerivedTypes
            .Select(kind => (string)kind.TypeDiscriminator!).Order(StringComparer.Ordinal)],
        [GroupCard, OfferCard, PracticeCard, BarrierCard, NextStepCard, SentencesCard]);

    /// <summary>What a neighbour without these headers can read: the kinds of the first version.</summary>
    public static Accepts First { get; } = new(
        1,
        ["connectionSaid", "meetingShared", "seatAnswered", "seatAsked", "seatEnded", "seatLeft", "seatMarked"],
        [GroupCard]);

    /// <summary>Whether it can hold a gathering together with other areas.</summary>
    public bool CanHoldTogether => LinkedRoomLetters.All(Letters.Contains);

    /// <summary>Writes the headers of a response.</summary>
    public void WriteTo(IHeaderDictionary headers)
    {
        headers[WireVersionHeader] = WireVersion.ToString(CultureInfo.InvariantCulture);
        headers[LettersHeader] = string.Join(", ", Letters);
        headers[CardsHeader] = string.Join(", ", Cards);
    }

    /// <summary>Reads the headers of a neighbour's response, or returns null if there are none.</summary>
    public static Accepts ReadFrom(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(LettersHeader, out var letters)) return First;
        headers.TryGetValues(WireVersionHeader, out var versions);
        headers.TryGetValues(CardsHeader, out var cards);
        var isNumber =
            int.TryParse(versions?.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return new(isNumber ? version : First.WireVersion, Kinds(letters), Kinds(cards ?? []));
    }

    // Neighbours are not trusted to send valid headers.
    private static ImmutableArray<string> Kinds(IEnumerable<string> lists) =>
    [
        .. lists.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries))
            .Where(kind => kind is { Length: > 0 and <= MaxKindLength } && kind.All(char.IsAsciiLetterOrDigit))
            .Take(MaxKinds),
    ];
}
