using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>What people say in records that are not their own.</summary>
internal static class HeldCommit
{
    /// <summary>
    /// Commits something that the caller says, after their own record has noted where it is kept: whatever happens in
    /// between, erasing them reaches it. A record that does not lead to them needs no note.
    /// </summary>
    public static async Task<Result<Change<TRecord>>> CommitHeld<TRecord>(
        this Durable<TRecord> durable, IGrainFactory grains, GrainKey key, Caller by,
        Func<TRecord, Row<TRecord>, Next<TRecord>> transition, IfMatch ifMatch = default)
        where TRecord : class, INames, new()
    {
        var row = await durable.Read();
        if (transition(row.Record, row).Refused(out var early, out var expected)) return early;
        if (!expected.Names(by.Member!.Value)) return await durable.Commit(transition, ifMatch);
        var holdings = grains.Holdings(key.Area, by.Member.Value);
        var holding = new Holding(key.Kind, key.Id);
        if ((await holdings.Hold(holding, by)).Refused(out var tooMany, out _)) return tooMany;
        var change = await durable.Commit(transition, ifMatch);
        if (change.Refused(out _, out _) && !row.Record.Names(by.Member.Value)) await holdings.Release(holding, by);
        return change;
    }
}
