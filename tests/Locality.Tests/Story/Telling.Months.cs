using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Locality.Tests.Story;

/// <summary>
/// What groups held in past months, and what their area releases about these. Who came differs between two worlds, and
/// what is published does not.
/// </summary>
internal sealed partial class Telling
{
    /// <summary>The month before last, which is settled on whatever day the story is told.</summary>
    public static DateOnly Month => Periods.StartOf(Today, GrowthBy.Month).AddMonths(-2);

    private async Task Months(Cast cast)
    {
        foreach (var (place, group) in cast.MonthGroups.Index())
        {
            _ = (await At(cast).Put($"groups/{cast.IdOf(group.What)}", As(cast.Lead), new GroupDescription
            {
                Name = group.Name.Text, For = group.For is { } audience ? [audience] : [],
            })).Yes;
            await Met(cast, group, Month.AddDays(place));
        }
        // Whether anybody met where too few did is nobody's business.
        if (!cast.Came) foreach (var group in cast.MonthGroups.Take(2)) await Met(cast, group, Month.AddDays(-9));
        await Release(cast);
        // What is logged late changes nothing that was released.
        if (!cast.Came) await Met(cast, cast.MonthGroups[0], Month.AddDays(20));
    }

    private async Task Met(Cast cast, MonthGroup group, DateOnly day)
    {
        _ = (await At(cast).Put(
            $"meetings/{cast.IdOf($"{group.What} on {day:O}")}/record",
            As(cast.Lead),
            new RecordMeeting
            {
                GroupId = new(cast.IdOf(group.What)),
                HeldOn = day,
                StartsAt = Seven,
                Present = group.LeadCame ? [cast.Lead.Id] : [],
                Words = [group.Word.Text],
                Unnamed = new(Visitors: group.People - (group.LeadCame ? 2 : 1)),
            })).Yes;
    }

    // All that is due, so that no neighbour fetches only a part of it.
    private Task<int> Release(Cast cast)
    {
        return network.AsClient(cast.Area, async grains =>
        {
            var releases = grains.Releases(new(cast.Area));
            await releases.Start(Month.AddMonths(-1));
            int released, before;
            do
            {
                before = (await releases.List()).Items.Length;
                await releases.Continue();
                released = (await releases.List()).Items.Length;
            }
            while (released > before);
            return released;
        });
    }

    private async Task FiguresCrossed(Cast cast)
    {
        await Eventually.So($"{cast.Area} keeps what the others have released", async () =>
        {
            var months = (await At(cast).Get("network/growth")).Yes.GetProperty("items");
            return months.GetArrayLength() > 1
                && months.EnumerateArray().All(month => month.GetProperty("notPublished").GetArrayLength() == 0);
        });
        await Eventually.So($"{cast.Area} knows that the others keep what it has released", async () =>
            !(await At(cast).Get("link/ledger?limit=500", As(cast.Coordinator))).Yes.GetProperty("items")
                .EnumerateArray()
                .Any(entry => entry.GetProperty("kind").GetString() == "figures"
                    && !entry.TryGetProperty("acknowledgedAt", out _)));
    }
}
