using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Lets the framework, which checks what passkeys sign, read them from the person's record. It asks for nothing else
/// that its stores usually have: people, names and passwords.
/// </summary>
internal sealed class PasskeyStore(Home home) : IUserPasskeyStore<PasskeyOwner>
{
    // A passkey brings the ID of its owner, so nobody is looked up by anything else.
    public Task<PasskeyOwner?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(MemberId.TryParse(userId, out var member) ? new PasskeyOwner(member) : null);

    public Task<string> GetUserIdAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult($"{user.Member}");

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(
        PasskeyOwner user, CancellationToken cancellationToken) =>
        [.. (await home.Passkeys(user.Member).ListKeys()).Select(Read)];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var found = await home.Passkeys(user.Member).Find(Base64Url.EncodeToString(credentialId));
        return found is null ? null : Read(found);
    }

    // A passkey counts only together with its owner's ID, so nobody gains by adding somebody else's.
    public Task<PasskeyOwner?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult<PasskeyOwner?>(null);

    public Task<string?> GetUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>($"{user.Member}");

    public Task<string?> GetNormalizedUserNameAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>($"{user.Member}");

    public Task<PasskeyOwner?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByIdAsync(normalizedUserName, cancellationToken);

    public Task AddOrUpdatePasskeyAsync(
        PasskeyOwner user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotHere();

    public Task RemovePasskeyAsync(PasskeyOwner user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw NotHere();

    public Task SetUserNameAsync(PasskeyOwner user, string? userName, CancellationToken cancellationToken) =>
        throw NotHere();

    public Task SetNormalizedUserNameAsync(
        PasskeyOwner user, string? normalizedName, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> CreateAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        throw NotHere();

    public Task<IdentityResult> UpdateAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        throw NotHere();

    public Task<IdentityResult> DeleteAsync(PasskeyOwner user, CancellationToken cancellationToken) =>
        throw NotHere();

    public void Dispose()
    {
        // It holds nothing.
    }

    /// <summary>A passkey that the framework has checked, as the person's record keeps it.</summary>
    public static Passkey Write(UserPasskeyInfo checkedKey, string device)
    {
        return new(
            IdOf(checkedKey.CredentialId), device, Base64Url.EncodeToString(checkedKey.CredentialId),
            Base64Url.EncodeToString(checkedKey.PublicKey), checkedKey.SignCount, checkedKey.IsBackupEligible,
            checkedKey.IsBackedUp);
    }

    private static UserPasskeyInfo Read(Passkey kept)
    {
        return new(
            Base64Url.DecodeFromChars(kept.Credential), Base64Url.DecodeFromChars(kept.PublicKey), default,
            (uint)kept.SignCount, null, isUserVerified: true, kept.IsBackupEligible, kept.IsBackedUp, [], []);
    }

    private static SessionId IdOf(byte[] credential) =>
        new(new Guid(System.Security.Cryptography.SHA256.HashData(credential).AsSpan(0, 16), bigEndian: true));

    private static NotSupportedException NotHere() => new("People and their passkeys are changed in their own record.");
}

/// <summary>Whose passkey it is.</summary>
/// <param name="Member">The person.</param>
internal sealed record PasskeyOwner(MemberId Member);
