using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;

namespace PeerNet.Gateway.Tests.Notices;

/// <summary>Mail in local mode, which writes it into a folder.</summary>
public sealed class MailTests(RunningArea area)
{
    [Fact]
    public async Task Somebody_who_agrees_is_mailed_a_link_and_nothing_about_anybody()
    {
        var lead = await area.APerson();
        var invited = await area.APerson();
        var address = $"{Guid.CreateVersion7()}@example.invalid";
        var says = new { name = "Robin", contact = address, consents = new { noticesByMail = true } };
        Assert.True((await area.Http.Put($"members/{invited.Id}", invited, says, "*")).Is(200)
            .GetProperty("consents").GetProperty("noticesByMail").GetBoolean());
        var group = Guid.CreateVersion7();
        var description = new GroupDescription { Name = $"Tea {RunningArea.Canary}" };
        (await area.Http.Put($"groups/{group}", lead, description)).Is(201);
        (await area.Http.Put($"groups/{group}/members/{invited.Id}", lead)).Is(201);
        var notices = area.East.Grains.Notices(area.East.Area, invited.Id);
        await RunningArea.Until(async () => !(await notices.List(new(CallerRole.Member, invited.Id))).IsEmpty);

        // What the reminder does a minute later, and again because it came twice.
        await Tick(notices);
        await Tick(notices);
        var mails = Directory.EnumerateFiles(area.East.At.File("mail")).Select(File.ReadAllText)
            .Where(mail => mail.Contains(address, StringComparison.Ordinal));
        var sent = Assert.Single(mails);
        Assert.Contains(area.East.At.Site, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tea", sent, StringComparison.Ordinal);
        Assert.DoesNotContain($"{group}", sent, StringComparison.Ordinal);
    }

    private static Task Tick(INoticesGrain notices) =>
        notices.AsReference<IRemindable>().ReceiveReminder("mail", default);
}
