using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.SignIn;

namespace PeerNet.Silo.Storage;

/// <summary>Finds people by what they sign in with; the same SQL on both engines.</summary>
internal sealed class SignInRows(AreaDatabase database) : ISignInRows
{
    /// <summary>
    /// Whose address it is. Of several whose profiles have it, the first by ID, so that the answer is always the same.
    /// </summary>
    public const string MemberByAddress =
        "SELECT member FROM peernet_address WHERE address = @address ORDER BY is_proven DESC, member LIMIT 1";

    /// <summary>To whose record an account is linked.</summary>
    public const string MemberByAccount = "SELECT member FROM peernet_account WHERE account = @account LIMIT 1";

    public async Task<Guid?> FindMember(EmailAddress address)
    {
        var found =
            await database.Views.Read(MemberByAddress, row => Sql.Id(row.GetString(0)), ("address", address.Text));
        return found is [var member] && member != Guid.Empty ? member : null;
    }

    public async Task<Guid?> FindMember(AccountDigest account)
    {
        var found =
            await database.Views.Read(MemberByAccount, row => Sql.Id(row.GetString(0)), ("account", account.Text));
        return found is [var member] && member != Guid.Empty ? member : null;
    }
}
