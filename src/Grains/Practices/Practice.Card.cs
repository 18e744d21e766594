using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Practices;

namespace PeerNet.Grains.Practices;

/// <summary>The practice's card, for other areas and visitors.</summary>
internal sealed partial record Practice
{
    /// <inheritdoc/>
    public PracticeCard? CardIn(AreaId area)
    {
        if (State != PracticeState.Shown || Told is not { Readers: Readers.AllAreas }) return null;
        return new PracticeCard
        {
            Area = area,
            Id = Id,
            WeDid = Told.WeDid,
            Changed = Told.Changed,
            WasHard = Told.WasHard,
            Layer = Told.Layer,
            ShownOn = London.DayOf(ShownAt!.Value),
            Thanks = FewOrMore.Of(Thanks.Length, Thanks.Length).Number,
        };
    }
}
