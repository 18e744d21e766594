using System.Globalization;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Locality.Tests.Story;

/// <summary>
/// What people intend, and who has looked at them. It concerns nobody abroad, so whose it is, what it says and how
/// often it changed differ between two worlds.
/// </summary>
internal sealed partial class Telling
{
    private async Task Intentions(Cast cast, string lead)
    {
        var planned = cast.IdOf("planned");
        _ = (await At(cast).Put($"meetings/{planned}", lead, new PlanMeeting
        {
            GroupId = new(cast.IdOf("tea")),
            HeldOn = Today.AddDays(12),
            StartsAt = Seven,
            Title = cast.Title.Text,
            Place = new() { Name = cast.MeetingPlace.Text },
        })).Yes;
        await Intend(cast, planned);
        if (cast.Came) return;
        // Even for a meeting that only a series plans, and that nothing is stored about yet.
        var day = Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var walks = await At(cast).Get($"groups/{cast.IdOf("walk")}/meetings?from={day}", lead);
        var next = walks.Yes.GetProperty("items")[0].GetProperty("id").GetGuid();
        await Intend(cast, next, (cast.Lead, "coming"));
    }

    private Task Intend(Cast cast, Guid meeting)
    {
        return cast.Came
            ? Intend(cast, meeting, (cast.Member, "coming"))
            : Intend(
                cast,
                meeting,
                (cast.Goer, "coming"),
                (cast.Member, "perhaps"),
                (cast.Member, "notComing"),
                (cast.Lead, "coming"));
    }

    private async Task Intend(Cast cast, Guid meeting, params (Actor Person, string Intention)[] all)
    {
        foreach (var (person, intention) in all)
        {
            var at = $"meetings/{meeting}/intentions/{person.Id}";
            _ = (await At(cast).Put(at, As(person), new { intention })).Yes;
        }
        _ = (await At(cast).Get($"meetings/{meeting}", As(cast.Lead))).Yes;
    }

    private async Task Views(Cast cast)
    {
        Actor[] seen = cast.Came ? [cast.Member] : [cast.Member, cast.Goer, cast.Leaver];
        foreach (var person in seen)
        {
            foreach (var viewer in (Actor[])[cast.Lead, cast.Coordinator])
                await At(cast).Get($"members/{person.Id}", As(viewer));
            _ = (await At(cast).Get("members/me/views", As(person))).Yes;
        }
    }
}
