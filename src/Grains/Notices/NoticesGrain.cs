using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Notices;

/// <summary>Holds the notices of one person, and mails them that there are new ones.</summary>
[GrainType("notices")]
internal sealed partial class NoticesGrain(
    [PersistentState("notices", StorageNames.Area)] IPersistentState<Row<MemberNotices>> stored,
    MailAddresses addresses,
    TimeProvider clock,
    ILogger<NoticesGrain> log,
    INoticeMail? mail = null)
    : Grain, INoticesGrain, IMessageReceiver, IRemindable
{
    private Durable<MemberNotices> Notices => field ??= new(this, Key, stored, clock) { StaysIfEmpty = true };

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private MemberId Person => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<ImmutableArray<NoticeDetails>> List(Caller by) =>
        (await Notices.Read()).Record.SeenBy(by, Person, Now);

    public async Task<Result<NoticeDetails>> Read(NoticeId id, Caller by)
    {
        var now = Now;
        return (await Notices.Commit(notices => notices.Read(id, Person, by, now)))
            .Map(change => change.Record.Find(id, now)!.Details);
    }

    public async Task<Result<Done>> AskForLogs(GroupId group, ImmutableArray<MissingLog> missing, Caller by)
    {
        var asked = await Notices.Commit(notices => notices.AskForLogs(group, missing, by, Now));
        await PlanMail();
        return asked.AsDone();
    }

    public async Task<Result<Done>> Receive(Message message)
    {
        var received = await Notices.Receive(message);
        await PlanMail();
        return received;
    }
}
