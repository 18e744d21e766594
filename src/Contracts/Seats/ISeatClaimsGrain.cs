namespace PeerNet.Contracts.Seats;

/// <summary>
/// A person's claims to seats. A side of the same grain as <see cref="Members.IMemberGrain"/>: a person has one seat in
/// a group at a time, and only their own record sees every seat that they ask for.
/// </summary>
[GrainInterfaceType("peernet.member.seats"), Alias("peernet.member.seats")]
public interface ISeatClaimsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Claims a seat before it is asked for (code <c>seat.taken</c>). Claiming it again changes nothing.
    /// </summary>
    [Alias("claim")]
    Task<Result<Done>> Claim(SeatPart seat, Caller by);

    /// <summary>Withdraws the claim to a seat that was not asked for after all.</summary>
    [Alias("withdraw")]
    Task<Result<Done>> Withdraw(SeatId seat, Caller by);
}
