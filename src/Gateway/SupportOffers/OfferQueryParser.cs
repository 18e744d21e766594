using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>Reads a search for offers from the parameters of a URL; the API and the page take the same.</summary>
internal static class OfferQueryParser
{
    private const int DefaultLimit = 20, MaxLimit = 100;

    /// <summary>The parameters.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "side", "kind", "day", "part", "outcode", "online", "area", "language", "need", "urgency", "limit", "cursor",
    ];

    /// <summary>What is asked for. A value that cannot be read is refused, naming the parameter.</summary>
    public static OfferQuery Parse(IQueryCollection given)
    {
        var parameters = new Parameters(given);
        parameters.Check(Names);
        var outcode = parameters.Text("outcode");
        if (!GroupFields.IsOutcode(outcode))
            throw Parameters.Invalid("outcode", "The first half of a postcode in capitals, such as BN2.");
        return new()
        {
            Side = parameters.Enum<SupportSide>("side"),
            Kinds = [.. parameters.Enums<SupportKind>("kind")],
            Days = [.. parameters.Enums<Weekday>("day")],
            PartsOfDay = [.. parameters.Enums<PartOfDay>("part")],
            Outcode = outcode,
            Online = parameters.Boolean("online"),
            Languages = [.. parameters.Words(
                "language", GroupFields.IsWord, "Words of 2 to 30 letters, digits or hyphens.")],
            Needs = [.. parameters.Enums<AccessNeed>("need")],
            Urgencies = [.. parameters.Enums<SupportUrgency>("urgency")],
            Limit = parameters.Number("limit", MaxLimit) ?? DefaultLimit,
            Before = parameters.Value("cursor", "The value of next in an earlier page.", FindId),
        };
    }

    /// <summary>The areas whose offers are asked for, of those that are known; none stands for all.</summary>
    public static IReadOnlyList<AreaId> ParseAreas(IQueryCollection given, IReadOnlyList<AreaId> known)
    {
        return new Parameters(given).List("area", FindArea, $"Any of {string.Join(", ", known)}.");

        AreaId? FindArea(string text) => known.Contains(new(text)) ? new(text) : null;
    }

    private static SupportOfferId? FindId(string text) => SupportOfferId.TryParse(text, out var id) ? id : null;
}
