using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>The address with which the person signs in.</summary>
internal sealed partial record Member
{
    /// <summary>
    /// The email address that the person has shown to be theirs, by a code that was mailed there. Nobody else signs
    /// in with it, whatever they write into their own profile.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SignInAddress { get; init; }

    /// <summary>The person has shown that an address is theirs. For the area only.</summary>
    public Result<Member> Prove(EmailAddress address, Caller by)
    {
        if (by.Role != CallerRole.Area) return AccessRefusals.NotYours;
        if (ErasedAt is not null) return MemberRefusals.Erased;
        if (Profile is null) return MemberRefusals.NotFound;
        return SignInAddress == address.Text ? this : this with { SignInAddress = address.Text };
    }
}
