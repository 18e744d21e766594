using PeerNet.Contracts.Panels;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What a panel of one area is called, what it asks, and why somebody's thumb was down.</summary>
internal sealed class PanelTexts(Func<string, Func<string, string>?, Canary> own)
{
    public Canary Title { get; } = own("panel's title", null);

    public Canary Question { get; } = own("panel's question", null);

    public Canary Reason { get; } = own("panel's reason", null);
}

/// <summary>A group that recruits: one sheet of its panel is in.</summary>
internal sealed partial class Telling
{
    private async Task Panels(Cast cast)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        var id = new PanelId(cast.IdOf("panel"));
        var panel = $"panels/{id}";
        var says = new SetUpPanel
        {
            Title = cast.Panel.Title.Text,
            Groups = [new(cast.IdOf("tea"))],
            HeldOn = Today,
            Questions = [cast.Panel.Question.Text],
            Candidates = 2,
        };
        var answer = new CountedThumbs
        {
            QuestionId = PanelQuestionId.At(id, 0), Up = 1, Middle = 2, Down = 1, Reasons = [cast.Panel.Reason.Text],
        };
        _ = (await door.Put(panel, lead, says)).Yes;
        _ = (await door.Send(HttpMethod.Put, $"{panel}/agreed", lead, null, ("If-Match", "*"))).Yes;
        var sheet = new EnterSheet { SheetId = new(cast.IdOf("sheet")), Answers = [answer] };
        _ = (await door.Put($"{panel}/candidates/a", lead, sheet)).Yes;
        foreach (var path in (string[])[panel, $"{panel}/candidates/a", $"groups/{cast.IdOf("tea")}/panels"])
            _ = (await door.Get(path, lead)).Yes;
    }
}
