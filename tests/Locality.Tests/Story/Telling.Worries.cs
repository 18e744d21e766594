using PeerNet.Contracts.Worries;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What a member and a coordinator of one area say about a worry.</summary>
internal sealed class WorryTexts(Func<string, Func<string, string>?, Canary> own)
{
    public Canary Text { get; } = own("worry", null);

    public Canary Answer { get; } = own("answer to a worry", null);
}

/// <summary>A worry about the lead that a coordinator answers.</summary>
internal sealed partial class Telling
{
    private async Task Worries(Cast cast)
    {
        var door = At(cast);
        var writer = As(cast.Member);
        var coordinator = As(cast.Coordinator);
        var worry = $"worries/{cast.IdOf("worry")}";
        _ = (await door.Put(
            worry, writer, new WriteWorry(WorrySubject.Person, cast.Lead.Id.Value, cast.Worry.Text.Text))).Yes;
        _ = (await door.Get("worries", coordinator)).Yes;
        _ = (await door.Put($"{worry}/action", coordinator, new { })).Yes;
        _ = (await door.Put($"{worry}/answer", coordinator, new { answer = cast.Worry.Answer.Text })).Yes;
        foreach (var reader in (string[])[writer, coordinator]) _ = (await door.Get(worry, reader)).Yes;
    }
}
