using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Worries;

/// <summary>
/// Finds the worries that an erased person wrote, and those about them, and has each forget them. A person's own record
/// cannot note them: whoever a worry is about must never find out, not even by the size of a list.
/// </summary>
[GrainType("worries-of")]
internal sealed class WorriesOfGrain(IWorryRows rows) : Grain, IMessageReceiver
{
    private const int RowsAtOnce = 100;

    public async Task<Result<Done>> Receive(Message message)
    {
        if (message is not PersonErased erased) return LinkRefusals.Misdirected;
        var area = GrainKey.Parse(this.GetPrimaryKeyString()).Area;
        var found = await rows.Naming(erased.Member.Value, RowsAtOnce);
        while (found.Count > 0)
        {
            foreach (var id in found)
            {
                var worry = GrainKey.For<Contracts.Worries.IWorryGrain>(area, id);
                var forgets = new PersonErased(erased.Member, worry.Kind, id);
                if ((await GrainFactory.Receiver(worry).Receive(forgets)).Refused(out var no, out _)) return no;
            }
            if (found.Count < RowsAtOnce) break;
            found = await rows.Naming(erased.Member.Value, RowsAtOnce);
        }
        return default(Done);
    }
}
