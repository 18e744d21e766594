using PeerNet.Contracts;
using PeerNet.Contracts.Practices;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What groups of one area have done, what changed and what made it hard.</summary>
internal sealed class PracticeTexts(
    Func<string, Func<string, string>?, Canary> own, Func<string, Func<string, string>, Canary> everybodys)
{
    public Canary WeDid { get; } = own("what groups did", null);

    public Canary Changed { get; } = own("what changed", null);

    public Canary WasHard { get; } = own("what made it hard", null);

    public Canary Waiting { get; } = own("what groups did, for all areas once both agree", null);

    public Canary Shared { get; } = everybodys("what groups did, for all areas", mark => $"We rang {mark}");

    public Canary SharedChange { get; } = everybodys("what changed, for all areas", mark => $"Came back: {mark}");

    public Canary SharedHardness { get; } = everybodys("what made it hard, for all areas", mark => $"Asking {mark}");
}

/// <summary>
/// Two groups that gathered: one practice is shown, one waits, and one is withdrawn; another is shown in all areas.
/// </summary>
internal sealed partial class Telling
{
    private async Task Practices(Cast cast)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        var other = As(cast.Helper);
        var tea = cast.IdOf("tea");
        var second = cast.IdOf("second group of a gathering");
        var says = new TellPractice
        {
            WeDid = cast.Practice.WeDid.Text,
            Changed = cast.Practice.Changed.Text,
            WasHard = cast.Practice.WasHard.Text,
            Layer = Layer.Organisation,
            Groups = [new(tea), new(second)],
        };
        foreach (var name in (string[])["shown practice", "waiting practice", "withdrawn practice"])
        {
            var practice = $"practices/{cast.IdOf(name)}";
            _ = (await door.Put(practice, As(cast.Member), says)).Yes;
            _ = (await door.Put($"{practice}/agreements/{tea}", lead, new { })).Yes;
        }
        var shown = $"practices/{cast.IdOf("shown practice")}";
        _ = (await door.Put($"{shown}/agreements/{second}", other, new { })).Yes;
        if (cast.Came) _ = (await door.Put($"{shown}/thanks/{cast.IdOf("walk")}", lead, new { })).Yes;
        _ = (await door.Put($"practices/{cast.IdOf("withdrawn practice")}/withdrawal", other, new { })).Yes;
        await ShareAPractice(cast, says);
        foreach (var path in (string[])[shown, "practices", $"groups/{tea}/practices"])
            _ = (await door.Get(path, As(cast.Member))).Yes;
    }

    // Thanks of fewer than four groups never move its card.
    private async Task ShareAPractice(Cast cast, TellPractice says)
    {
        var door = At(cast);
        var tea = cast.IdOf("tea");
        var practice = $"practices/{cast.IdOf("shared practice")}";
        _ = (await door.Put(practice, As(cast.Member), says with
        {
            WeDid = cast.Practice.Shared.Text,
            Changed = cast.Practice.SharedChange.Text,
            WasHard = cast.Practice.SharedHardness.Text,
            Groups = [new(tea)],
            Readers = Readers.AllAreas,
        })).Yes;
        _ = (await door.Put($"{practice}/agreements/{tea}", As(cast.Lead), new { })).Yes;
        var waiting = $"practices/{cast.IdOf("practice for all areas that waits")}";
        _ = (await door.Put(waiting, As(cast.Member), says with
        {
            WeDid = cast.Practice.Waiting.Text, Readers = Readers.AllAreas,
        })).Yes;
        _ = (await door.Put($"{waiting}/agreements/{tea}", As(cast.Lead), new { })).Yes;
        if (cast.Came)
            _ = (await door.Put($"{practice}/thanks/{cast.IdOf("walk")}", As(cast.Lead), new { })).Yes;
    }

    /// <summary>Waits until a practice of another area has been read, and reads it.</summary>
    private async Task PracticesCrossed(Cast cast, Cast other)
    {
        await Eventually.So($"{cast.Area} reads what groups of {other.Area} did", async () =>
            (await At(cast).Get("practices/elsewhere", As(cast.Member))).Text.Contains(
                other.Practice.Shared.Mark, StringComparison.Ordinal));
    }
}
