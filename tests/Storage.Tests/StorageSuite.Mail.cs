using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Notices;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>Mails about notices, by reminders in the area's database.</summary>
public abstract partial class StorageSuite
{
    private const string Address = "sam@example.invalid";

    [Fact]
    public async Task A_mail_that_is_due_survives_a_restart_and_is_sent_once()
    {
        var options = await Area.FreshDatabase();
        var clock = new FakeTimeProvider(Wednesday);
        var mail = new Postbox();
        var sam = new MemberId(Guid.CreateVersion7());
        await using (var first = await Silo(options, clock, mail))
        {
            await SomebodyWhoAgrees(first.Client, sam);
            await Tell(first.Client, sam);
            await Tell(first.Client, sam);
        }
        Assert.Empty(mail.Sent);
        await TicksOften(options);
        clock.Advance(TimeSpan.FromMinutes(2));

        await using var second = await Silo(options, clock, mail);
        await Until(() => Task.FromResult(!mail.Sent.IsEmpty));
        await Tick(second.Client, sam);
        Assert.Equal([Address], mail.Sent.Values);
        Assert.Empty(await Reminders(options));

        await Tell(second.Client, sam);
        Assert.Single(await Reminders(options));
        clock.Advance(TimeSpan.FromMinutes(59));
        await Tick(second.Client, sam);
        Assert.Single(mail.Sent);
        clock.Advance(TimeSpan.FromMinutes(2));
        await Tick(second.Client, sam);
        Assert.Equal(2, mail.Sent.Count);
    }

    [Fact]
    public async Task A_mail_that_was_not_sent_is_tried_again_and_one_whose_fate_is_unknown_is_not()
    {
        var mail = new Postbox { Fault = new MailNotSentException(new IOException()) };
        var clock = new FakeTimeProvider(Wednesday);
        await using var silo = await Silo(await Area.FreshDatabase(), clock, mail);
        var sam = new MemberId(Guid.CreateVersion7());
        await SomebodyWhoAgrees(silo.Client, sam);
        await Tell(silo.Client, sam);
        await Tick(silo.Client, sam);
        Assert.Empty(mail.Sent);
        mail.Fault = null;
        await Tick(silo.Client, sam);
        Assert.Single(mail.Sent);

        clock.Advance(TimeSpan.FromHours(2));
        await Tell(silo.Client, sam);
        mail.Fault = new InvalidOperationException();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tick(silo.Client, sam));
        mail.Fault = null;
        await Tick(silo.Client, sam);
        Assert.Single(mail.Sent);
    }

    [Fact]
    public async Task Nobody_is_mailed_who_has_not_agreed_or_no_longer_agrees_or_is_erased()
    {
        var options = await Area.FreshDatabase();
        var mail = new Postbox();
        await using var silo = await Silo(options, new(Wednesday), mail);
        var sam = new MemberId(Guid.CreateVersion7());
        await SomebodyWhoAgrees(silo.Client, sam, agrees: false);
        await Tell(silo.Client, sam);
        Assert.Empty(await Reminders(options));
        await Tick(silo.Client, sam);

        await SomebodyWhoAgrees(silo.Client, sam);
        await Tell(silo.Client, sam);
        Assert.Single(await Reminders(options));
        await SomebodyWhoAgrees(silo.Client, sam, agrees: false);
        await Tick(silo.Client, sam);
        Assert.Empty(await Reminders(options));

        await SomebodyWhoAgrees(silo.Client, sam);
        await Tell(silo.Client, sam);
        Yes(await silo.Client.Member(AreaUnderTest.Home, sam).Erase(By(sam)));
        await Tick(silo.Client, sam);
        Assert.Empty(await Reminders(options));
        Assert.Empty(mail.Sent);
    }

    private static async Task SomebodyWhoAgrees(IGrainFactory grains, MemberId person, bool agrees = true)
    {
        var member = grains.Member(AreaUnderTest.Home, person);
        var says = new MemberProfile
        {
            Name = "Sam", Contact = new() { Email = Address }, Consents = new() { NoticesByMail = agrees },
        };
        var isNew = (await member.Get(By(person))).Refused(out _, out _);
        Yes(await member.Put(says, isNew ? IfMatch.None : IfMatch.Any, By(person)));
    }

    /// <summary>Tells somebody of an invitation that they have not heard of.</summary>
    private static async Task Tell(IGrainFactory grains, MemberId person)
    {
        var about = new NoticeAbout(NoticeKind.Invitation) { GroupId = new GroupId(Guid.CreateVersion7()) };
        var notices = grains.Notices(AreaUnderTest.Home, person);
        Yes(await notices.AsReference<IMessageReceiver>().Receive(new NoticeTold(person, about, 1)));
    }

    private static Task Tick(IGrainFactory grains, MemberId person) =>
        grains.Notices(AreaUnderTest.Home, person).AsReference<IRemindable>().ReceiveReminder("mail", default);

    private static async Task<IReadOnlyList<string>> Reminders(DatabaseOptions options)
    {
        await using var database = AreaDatabase.Open(options);
        return await database.Views.Read("SELECT ReminderName FROM OrleansReminders", row => row.GetString(0));
    }

    /// <summary>Keeps mail instead of sending it.</summary>
    private sealed class Postbox : INoticeMail
    {
        public Exception? Fault { get; set; }

        public ConcurrentDictionary<Guid, string> Sent { get; } = new();

        public Task Send(string address, Guid id)
        {
            if (Fault is not null) return Task.FromException(Fault);
            Assert.True(Sent.TryAdd(id, address));
            return Task.CompletedTask;
        }
    }
}
