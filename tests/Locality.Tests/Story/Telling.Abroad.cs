using System.Text.Json;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What crosses: guests of one area in a group of the next, and what two groups share.</summary>
internal sealed partial class Telling
{
    private async Task Abroad(Cast home, Cast host)
    {
        foreach (var guest in (Actor[])[home.Goer, home.Leaver])
        {
            await Ask(home, host, guest, "tea");
            await Eventually.So(
                $"{host.Area}'s lead sees who asks",
                async () => (await SeatsOf(host, "tea")).Contains($"{guest.Seat}"));
            _ = (await At(host).Put(
                $"groups/{host.IdOf("tea")}/seats/{guest.Seat}", As(host.Lead), new AnswerSeat(Welcome: true))).Yes;
            await Eventually.So("the guest is seated", async () => await StateOf(home, guest) == "seated");
            await Eventually.So("the guest knows where to go", async () => (await At(home).Get(
                $"members/me/seats/{guest.Seat}", As(guest))).Text.Contains(
                    host.GuestContact.Mark, StringComparison.Ordinal));
        }
        await Marked(home, host);
        await Ended(home, host);
        await Connected(home, host);
    }

    private async Task Marked(Cast home, Cast host)
    {
        var meeting = host.IdOf($"with guests of {home.Area}");
        var lead = As(host.Lead);
        var log = new RecordMeeting
        {
            GroupId = new(host.IdOf("tea")),
            HeldOn = Today.AddDays(-1),
            StartsAt = Seven,
            Present = [host.Member.Id, new(home.Goer.Seat.Value)]
        };
        _ = (await At(host).Put($"meetings/{meeting}/record", lead, log)).Yes;
        await Eventually.So("the guest has the mark", () => Has("present"));
        if (!host.Came) _ =
            (await At(host).Put($"meetings/{meeting}/attendance/{host.Member.Id}", lead, new { mark = "absent" })).Yes;
        var correction = new { why = host.WhyGuest.Text, marks = new[]
        {
            new { memberId = home.Goer.Seat.Value, mark = "apologies" }
        } };
        _ = (await At(host)
            .Put($"meetings/{meeting}/corrections/{host.IdOf("guest's correction")}", lead, correction)).Yes;
        await Eventually.So("the guest has the right mark", () => Has("apologies"));
        _ = (await At(host).Get($"meetings/{meeting}", lead)).Yes;

        async Task<bool> Has(string mark) =>
            (await At(home).Get("members/me/attendance", As(home.Goer))).Text.Contains(mark, StringComparison.Ordinal);
    }

    /// <summary>Marks a guest once more, though nothing happened.</summary>
    public async Task MarkAgain(Cast host)
    {
        var home = Casts.Single(cast => cast.Next == host.Area);
        var meeting = host.IdOf($"with guests of {home.Area}");
        _ = (await At(host)
            .Put($"meetings/{meeting}/attendance/{home.Goer.Seat}", As(host.Lead), new { mark = "absent" })).Yes;
        await Eventually.So("the guest has the new mark", async () => (await At(home)
            .Get("members/me/attendance", As(home.Goer))).Text.Contains("absent", StringComparison.Ordinal));
    }

    private async Task Ended(Cast home, Cast host)
    {
        _ = (await At(home).Delete($"members/me/seats/{home.Leaver.Seat}", As(home.Leaver))).Yes;
        await Eventually.So("the end is acknowledged", async () => (await At(home).Get(
            $"members/me/seats/{home.Leaver.Seat}", As(home.Leaver))).Yes.GetProperty("acknowledged").GetBoolean());

        await Ask(home, host, home.Erased, "walk");
        await Eventually.So(
            "the person to be erased is seated", async () => await StateOf(home, home.Erased) == "seated");
        _ = (await At(home).Delete($"members/{home.Erased.Id}", As(home.Erased))).Yes;
        await Eventually.So(
            "the seat of the erased person is gone",
            async () => !(await SeatsOf(host, "walk")).Contains($"{home.Erased.Seat}"));
    }

    private async Task Connected(Cast home, Cast host)
    {
        var ours = $"groups/{home.IdOf("tea")}";
        var theirs = $"groups/{host.IdOf("tea")}";
        _ = (await At(home).Put($"{ours}/connections/{host.Area}/{host.IdOf("tea")}", As(home.Lead), new { })).Yes;
        await Eventually.So("the other group is asked", async () => await ConnectionOf(host, home) == "asked");
        _ = (await At(host).Put($"{theirs}/connections/{home.Area}/{home.IdOf("tea")}", As(host.Lead), new { })).Yes;
        await Eventually.So(
            "both know that they are connected",
            async () => await ConnectionOf(home, host) == "connected" && await ConnectionOf(host, home) == "connected");

        var meeting = home.IdOf($"shared with {host.Area}");
        _ = (await At(home).Put(
            $"meetings/{meeting}",
            As(home.Lead),
            new PlanMeeting { GroupId = new(home.IdOf("tea")), HeldOn = Today.AddDays(20), StartsAt = Seven })).Yes;
        await Eventually.So("the group knows of its meeting", async () =>
            (await At(home).Put($"{ours}/shared/{meeting}", As(home.Lead), new { open = true })).Status == 200);
        await Intend(home, meeting);
        await Eventually.So("the other group knows of it too", async () => (await At(host)
            .Get($"{theirs}/connections", As(host.Lead))).Text.Contains($"{meeting}", StringComparison.Ordinal));
    }

    private async Task Ask(Cast home, Cast host, Actor guest, string group)
    {
        _ = (await At(home).Put(
            $"members/me/seats/{guest.Seat}",
            As(guest),
            new { area = host.Area, groupId = host.IdOf(group), shownAs = guest.ShownAs.Text, consent = true })).Yes;
    }

    private async Task<string?> StateOf(Cast home, Actor guest) =>
        (await At(home).Get($"members/me/seats/{guest.Seat}", As(guest))).Yes.GetProperty("state").GetString();

    private async Task<IReadOnlyList<string?>> SeatsOf(Cast host, string group)
    {
        return (await At(host).Get($"groups/{host.IdOf(group)}", As(host.Lead))).Yes.TryGetProperty(
            "seats",
            out var seats) ? [.. seats.EnumerateArray().Select(seat => seat.GetProperty("id").GetString())] : [];
    }

    private async Task<string?> ConnectionOf(Cast of, Cast with)
    {
        return (await At(of).Get($"groups/{of.IdOf("tea")}/connections", As(of.Lead))).Yes.GetProperty("items")
            .EnumerateArray()
            .Where(one => one.GetProperty("groupId").GetGuid() == with.IdOf("tea"))
                .Select(one => one.GetProperty("state").GetString())
                .FirstOrDefault();
    }
}
