using PeerNet.Contracts;
using PeerNet.Contracts.Practices;

namespace PeerNet.Local;

/// <summary>Seeds what groups have done: told, shown or thanked for.</summary>
internal sealed class SeedPractices(LocalArea at, SeedFile file, IGrainFactory grains)
{
    /// <summary>Tells a practice, or goes on where an earlier start stopped.</summary>
    public async Task Write(SeedPractice practice, int place)
    {
        var id = new PracticeId(SeedId.Of(at.Area.Value, "practice", place));
        var grain = grains.Practice(at.Area, id);
        var teller = await file.LeadOf(grains, practice.Groups[0]);
        Seed.Expect(await grain.Tell(
            new()
            {
                WeDid = practice.WeDid,
                Changed = practice.Changed,
                WasHard = practice.WasHard,
                Layer = practice.Layer,
                Groups = [.. practice.Groups.Select(file.GroupId)],
                Readers = practice.Readers,
            },
            teller));
        foreach (var group in practice.Groups.Take(practice.Agreed))
            Seed.Expect(await grain.Agree(file.GroupId(group), await file.LeadOf(grains, group)));
        foreach (var group in practice.Thanks)
            Seed.Expect(await grain.Thank(file.GroupId(group), await file.LeadOf(grains, group)));
    }
}

/// <summary>A made-up practice.</summary>
/// <param name="Groups">The places of its groups; the first tells it.</param>
/// <param name="Agreed">How many of them have agreed, in that order.</param>
/// <param name="WeDid">What they did.</param>
/// <param name="Changed">What changed.</param>
/// <param name="WasHard">What made it hard.</param>
/// <param name="Layer">Where something changed.</param>
/// <param name="Thanks">The places of other groups that say thank you.</param>
/// <param name="Readers">Who can read it.</param>
internal sealed record SeedPractice(
    int[] Groups, int Agreed, string WeDid, string Changed, string? WasHard, Layer Layer, int[] Thanks,
    Readers Readers = default);
