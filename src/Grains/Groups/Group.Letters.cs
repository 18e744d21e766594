using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Letters of other areas, and what they answer to this group's.</summary>
internal sealed partial record Group
{
    /// <summary>Takes a letter in; a late one, and the same one again, change nothing.</summary>
    public Result<Group> Receive(Letter letter, AreaId home, DateTimeOffset now) =>
        letter.From == home ? LinkRefusals.Misdirected
        // Nobody was ever seated where there is no group.
        : Description is null ? (letter is SeatLeft ? this : GroupRefusals.NotFound)
        : letter switch
        {
            SeatAsked asked when asked.Group == Id => Asked(asked, home, now),
            SeatLeft left when left.Group == Id => Left(left, now),
            ConnectionSaid said when said.With == Id => Said(said, home, now),
            MeetingShared shared when shared.With == Id => Told(shared, now),
            _ => LinkRefusals.Misdirected,
        };

    /// <summary>Takes in what another area said of a letter; a no to our yes is the other group's answer.</summary>
    public Group Settle(OperationId operation, string? refused, AreaId home, DateTimeOffset now)
    {
        if (refused is null || LetterBox.IsNoAnswer(refused) || Letters.Find(operation) is not ConnectionSaid { Yes: true } said) return this.Settled(operation, refused);
        var settled = this with { Letters = Letters.RemoveAll(posted => posted.Letter.Operation == operation) };
        var bond = BondWith(said.To, said.With);
        return bond.Mine == true ? settled.With(bond with { Mine = false, MineVersion = TurnAt(now).Number, Since = now }, now).EndThrough(bond, home, now) : settled;
    }
}
