using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.LinkedRooms;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>What areas have sent to a sum, added up.</summary>
internal static class Adding
{
    /// <summary>The sum of a complete attempt.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="own">The host's own part.</param>
    /// <param name="question">The question.</param>
    /// <param name="home">The host.</param>
    public static RoomSum Of(SumAttempt attempt, SumSent own, LinkedQuestion question, AreaId home)
    {
        var parts = attempt.Areas.Select(area => area == home ? own : attempt.Sent.Single(sent => sent.From == area));
        var total = Total(attempt, [.. parts], question.Numbers);
        return new()
        {
            Areas = attempt.Areas,
            Missing = attempt.Missing,
            TooFew = attempt.TooFew,
            Total = total,
            Sides = attempt.IsBlinded || total is not null ? [] : [.. parts.Select(Side)],
        };
    }

    private static ImmutableArray<int>? Total(SumAttempt attempt, ImmutableArray<SumSent> parts, int numbers)
    {
        if (attempt.IsBlinded)
            return Blinding.Sum([.. parts.Select(part => Blinding.Read(part.Blinded!, numbers)!.Value)]);
        if (parts.Length < 2 || parts.Any(part => part.Plain is null)) return null;
        return [.. Enumerable.Range(0, numbers).Select(place => parts.Sum(part => part.Plain!.Value[place]))];
    }

    private static AreaFinding Side(SumSent part) => new(part.From, part.Finding!.Value, part.Stands ?? []);
}
