namespace PeerNet.Locality.Tests.Story;

/// <summary>What visitors read of what groups say: what anyone can read in all areas, and nothing else.</summary>
internal sealed partial class Telling
{
    private async Task Visitors(Cast cast)
    {
        var says = new (string Path, Func<Cast, Canary> Shared)[]
        {
            ("/what-groups-say", one => one.Practice.Shared),
            ("/what-groups-say/practice", one => one.Practice.SharedHardness),
            ("/what-groups-say/barriers", one => one.Barrier.Shared.Text),
            ("/what-groups-say/steps", one => one.NextStep.Shared),
            ("/what-groups-say/sentences", one => one.Sentence.Shared),
        };
        foreach (var (path, shared) in says)
        {
            var text = (await At(cast).Get(path)).Text;
            Assert.All(Casts, one => Assert.Contains(shared(one).Mark, text, StringComparison.Ordinal));
            Assert.DoesNotContain(
                cast.Canaries.Where(canary => !canary.Public).Append(cast.Name),
                canary => text.Contains(canary.Mark, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain($"{cast.IdOf("tea")}", text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
