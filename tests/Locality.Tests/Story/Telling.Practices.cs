using PeerNet.Contracts;
using PeerNet.Contracts.Practices;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What groups of one area have done, what changed and what made it hard.</summary>
internal sealed class PracticeTexts(Func<string, Func<string, string>?, Canary> own)
{
    public Canary WeDid { get; } = own("what groups did", null);

    public Canary Changed { get; } = own("what changed", null);

    public Canary WasHard { get; } = own("what made it hard", null);
}

/// <summary>Two groups that gathered: one practice is shown, one waits, and one is withdrawn.</summary>
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
        foreach (var path in (string[])[shown, "practices", $"groups/{tea}/practices"])
            _ = (await door.Get(path, As(cast.Member))).Yes;
    }
}
