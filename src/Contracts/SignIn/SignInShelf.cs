using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// The shelf that keeps the codes for an address, or answers for an account. There are 256 in an area, so that the ID,
/// which is in keys and logs, says nothing about either.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.sign-in-shelf"), JsonConverter(typeof(IdJson<SignInShelf>))]
public readonly record struct SignInShelf([property: Id(0)] Guid Value) : IId<SignInShelf>
{
    /// <inheritdoc/>
    public static SignInShelf From(Guid value) => new(value);

    /// <summary>The shelf for an address, the same for every Gateway.</summary>
    public static SignInShelf For(EmailAddress address) =>
        Ids.Of<SignInShelf>($"sign-in/{SHA256.HashData(Encoding.UTF8.GetBytes(address.Text))[0]}");

    /// <summary>The shelf for an account, the same for every Gateway.</summary>
    public static SignInShelf For(AccountDigest account) =>
        Ids.Of<SignInShelf>($"account/{SHA256.HashData(Encoding.UTF8.GetBytes(account.Text))[0]}");

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
