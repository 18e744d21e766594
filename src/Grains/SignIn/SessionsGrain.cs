using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>
/// Holds one person's ways in: their sessions, programs, passkeys, linked account and the key of their calendar.
/// </summary>
[GrainType("sessions")]
internal sealed class SessionsGrain(
    [PersistentState("sessions", StorageNames.Area)] IPersistentState<Row<MemberSessions>> stored, TimeProvider clock)
    : Grain, ISessionsGrain, ICalendarKeyGrain, IProgramsGrain, IPasskeysGrain, ILinkedAccountGrain, IMessageReceiver
{
    // A page asks for all of them at once, also of a person who has none.
    private Durable<MemberSessions> Sessions => field ??= new(this, Key, stored, clock) { StaysIfEmpty = true };

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private MemberId Person => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task Begin(SessionId id, string device, Caller by) =>
        Sessions.Commit(sessions => sessions.Begin(id, device, Person, by, Now));

    public Task End(SessionId id, Caller by) => Sessions.Commit(sessions => sessions.End(id, Person, by));

    public async Task<ImmutableArray<SessionId>> EndAll(Caller by)
    {
        var ended = await Sessions.Commit(sessions => sessions.EndAll(Person, by, Now));
        if (ended.Refused(out _, out var change) || !change.HasChanged) return [];
        return [.. change.Before.Record.Sessions.Select(session => session.Id)];
    }

    public async Task<ImmutableArray<SessionDetails>> List(Caller by) =>
        (await Sessions.Read()).Record.SeenBy(by, Person, Now);

    public async Task<bool> Use(SessionId id, Caller by)
    {
        var now = Now;
        var used = await Sessions.Commit(sessions => sessions.Use(id, Person, by, now));
        return !used.Refused(out _, out var change) && change.Record.Has(id, Person, by, now);
    }

    public async Task<bool> Make(string digest, Caller by)
    {
        var made = await Sessions.Commit(sessions => sessions.MakeCalendarKey(digest, Person, by, Now));
        return !made.Refused(out _, out var change) && change.Record.CalendarOpensWith(digest);
    }

    public Task End(Caller by) => Sessions.Commit(sessions => sessions.EndCalendarKey(Person, by, Now));

    public async Task<DateTimeOffset?> FindMadeAt(Caller by) =>
        (await Sessions.Read()).Record.CalendarKeySeenBy(by, Person);

    public async Task<bool> Opens(string digest) => (await ReadForAnyone()).CalendarOpensWith(digest);

    public async Task<bool> Begin(SessionId id, string title, string digest, Caller by)
    {
        var begun = await Sessions.Commit(
            sessions => sessions.BeginProgram(id, title, digest, Person, by, Now));
        return !begun.Refused(out _, out var change) && change.Record.HasProgram(id, digest);
    }

    Task IProgramsGrain.End(SessionId id, Caller by) =>
        Sessions.Commit(sessions => sessions.EndProgram(id, Person, by, Now));

    async Task<ImmutableArray<ProgramDetails>> IProgramsGrain.List(Caller by) =>
        (await Sessions.Read()).Record.ProgramsSeenBy(by, Person);

    public async Task<bool> Use(SessionId id, string digest)
    {
        var used = await Sessions.Commit(sessions => sessions.UseProgram(id, digest, Now));
        Sessions.LeaveIfEmpty();
        return !used.Refused(out _, out var change) && change.Record.HasProgram(id, digest);
    }

    public async Task<bool> Add(Passkey passkey, Caller by)
    {
        var added = await Sessions.Commit(sessions => sessions.AddPasskey(passkey, Person, by, Now));
        return !added.Refused(out _, out var change) && change.Record.FindPasskey(passkey.Credential) is not null;
    }

    public Task Remove(SessionId id, Caller by) =>
        Sessions.Commit(sessions => sessions.RemovePasskey(id, Person, by));

    async Task<ImmutableArray<PasskeyDetails>> IPasskeysGrain.List(Caller by) =>
        (await Sessions.Read()).Record.PasskeysSeenBy(by, Person);

    public async Task<ImmutableArray<Passkey>> ListKeys() =>
        [.. (await ReadForAnyone()).Passkeys.Select(one => one.Key)];

    public async Task<Passkey?> Find(string credential) => (await ReadForAnyone()).FindPasskey(credential);

    public async Task<bool> Use(Passkey passkey)
    {
        var used = await Sessions.Commit(sessions => sessions.UsePasskey(passkey, Now));
        return !used.Refused(out _, out var change) && change.Record.FindPasskey(passkey.Credential) is not null;
    }

    public Task Link(AccountDigest account, Caller by) =>
        Sessions.Commit(sessions => sessions.LinkAccount(account, by, Now));

    public Task Unlink(Caller by) => Sessions.Commit(sessions => sessions.UnlinkAccount(Person, by));

    async Task<LinkedAccountDetails?> ILinkedAccountGrain.Find(Caller by) =>
        (await Sessions.Read()).Record.AccountSeenBy(by, Person);

    public async Task<bool> Use(AccountDigest account)
    {
        var used = await Sessions.Commit(sessions => sessions.UseAccount(account, Now));
        return !used.Refused(out _, out var change) && change.Record.HasAccount(account);
    }

    public Task<Result<Done>> Receive(Message message) => Sessions.Receive(message);

    // Whoever holds an address, a token or a passkey is not known yet, and can make any of them up.
    private async Task<MemberSessions> ReadForAnyone()
    {
        var row = await Sessions.Read();
        Sessions.LeaveIfEmpty();
        return row.Record;
    }
}
