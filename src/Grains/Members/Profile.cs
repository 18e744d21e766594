using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Members;

/// <summary>What is known about a person, from what they or those who wrote it down have said.</summary>
internal sealed record Profile
{
    /// <summary>The name they like to be called.</summary>
    public required string Name { get; init; }

    /// <summary>How to reach them.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What helps them take part.</summary>
    public string? Helps { get; init; }

    /// <summary>What they agree to.</summary>
    public Consents Consents { get; init; } = new();

    /// <summary>The profile after a request, which changes only what it mentions.</summary>
    public static Profile After(Profile? known, MemberProfile says) => new()
    {
        Name = says.Name,
        Contact = says.SaysContact ? says.Contact : known?.Contact,
        Helps = says.SaysHelps ? says.Helps : known?.Helps,
        Consents = (known?.Consents ?? new()).After(says.Consents),
    };
}

/// <summary>The creation of a record for somebody else.</summary>
/// <param name="By">Who created it; null for the area itself.</param>
/// <param name="Digest">What they sent, to recognise it when it arrives again.</param>
internal sealed record Creation(MemberId? By, string Digest);
