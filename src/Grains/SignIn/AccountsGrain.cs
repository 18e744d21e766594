using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Grains.SignIn;

/// <summary>Finds whose account it is, and links it to one person alone.</summary>
[GrainType("accounts")]
internal sealed class AccountsGrain(ISignInRows rows) : Grain, IAccountsGrain
{
    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    public async Task<Result<Done>> Link(AccountDigest account, Caller by)
    {
        if (by.Member is not { } member) return AccessRefusals.NotYours;
        if (await rows.FindMember(account) is { } known && known != member.Value) return SignInRefusals.AccountTaken;
        await GrainFactory.LinkedAccount(Key.Area, member).Link(account, Caller.Area);
        return default(Done);
    }

    public async Task<MemberId?> Use(AccountDigest account)
    {
        if (await rows.FindMember(account) is not { } id) return null;
        var member = new MemberId(id);
        return await GrainFactory.LinkedAccount(Key.Area, member).Use(account) ? member : null;
    }
}
