namespace PeerNet.Contracts.Members;

/// <summary>A part of a person's contact.</summary>
[GenerateSerializer, Alias("peernet.contact-part")]
public enum ContactPart
{
    /// <summary>The email address.</summary>
    Email,
    /// <summary>The phone number.</summary>
    Phone,
    /// <summary>Any other way.</summary>
    Other,
}

/// <summary>
/// A part of a person's contact that they show to one other person. It is read each time and never stored; only in
/// another area it is kept, as it came by letter, for as long as the match lasts.
/// </summary>
/// <param name="Part">Which part.</param>
/// <param name="Value">The address or number.</param>
[GenerateSerializer, Immutable, Alias("peernet.shared-contact")]
public sealed record SharedContact([property: Id(0)] ContactPart Part, [property: Id(1)] string Value);
