using PeerNet.Contracts.Members;
using PeerNet.Grains.SignIn;

namespace PeerNet.Silo.Storage;

/// <summary>Finds people by their e-mail address; the same SQL on both engines.</summary>
internal sealed class SignInRows(AreaDatabase database) : ISignInRows
{
    /// <summary>
    /// Whose address it is. Of several whose profiles have it, the first by ID, so that the answer is always the same.
    /// </summary>
    public const string MemberByAddress =
        "SELECT member FROM peernet_address WHERE address = @address ORDER BY is_proven DESC, member LIMIT 1";

    public async Task<Guid?> FindMember(EmailAddress address)
    {
        var found =
            await database.Views.Read(MemberByAddress, row => Sql.Id(row.GetString(0)), ("address", address.Text));
        return found is [var member] && member != Guid.Empty ? member : null;
    }
}
