using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// The slips of paper with which people claim the records that somebody else created for them. Only a digest of the
/// code on a slip is stored or sent.
/// </summary>
[GrainInterfaceType("peernet.slips"), Alias("peernet.slips")]
public interface ISlipsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes a slip for a record that nobody has claimed, in place of any earlier one. Only whoever created the record
    /// can (code <c>member.not-found</c>).
    /// </summary>
    /// <param name="digest">The SHA-256 of the code, in hexadecimal digits.</param>
    /// <param name="member">Whose record it is.</param>
    /// <param name="by">Who created the record.</param>
    [Alias("make")]
    Task<Result<Done>> Make(string digest, MemberId member, Caller by);

    /// <summary>Whose record a slip is for; null if the code does not work, whatever the reason.</summary>
    [Alias("find")]
    Task<MemberId?> Find(string digest);

    /// <summary>Uses a slip, once, and answers whose record it is for; null if the code does not work.</summary>
    /// <param name="digest">The SHA-256 of the code, in hexadecimal digits.</param>
    /// <param name="attempt">A new ID; the same again within ten minutes gets the same answer.</param>
    [Alias("use")]
    Task<MemberId?> Use(string digest, Guid attempt);
}
