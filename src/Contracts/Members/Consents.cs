using System.Diagnostics.CodeAnalysis;

namespace PeerNet.Contracts.Members;

/// <summary>What a person agrees to: nothing, unless they say so.</summary>
/// <param name="NameToGroups">People of my groups may see the name I like to be called.</param>
/// <param name="ContactToLeads">Leads of my groups may see how to reach me.</param>
/// <param name="HelpsToLeads">Leads of my groups may see what helps me take part.</param>
/// <param name="NoticesByMail">PeerNet may email me when it has something to tell me.</param>
[GenerateSerializer, Immutable, Alias("peernet.consents")]
public sealed record Consents(
    [property: Id(0)] bool NameToGroups = false,
    [property: Id(1)] bool ContactToLeads = false,
    [property: Id(2)] bool HelpsToLeads = false,
    [property: Id(3)] bool NoticesByMail = false)
{
    /// <summary>The consents after some have been given or withdrawn.</summary>
    public Consents After(ConsentChanges changes)
    {
        return new(
            changes.NameToGroups ?? NameToGroups,
            changes.ContactToLeads ?? ContactToLeads,
            changes.HelpsToLeads ?? HelpsToLeads,
            changes.NoticesByMail ?? NoticesByMail);
    }
}

/// <summary>
/// Consents to give (true) or withdraw (false). What is left out stays as it is; null is neither, and refused.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.consent-changes")]
public sealed record ConsentChanges
{
    /// <summary>People of my groups may see the name I like to be called.</summary>
    [Id(0), DisallowNull] public bool? NameToGroups { get; init; }

    /// <summary>Leads of my groups may see how to reach me.</summary>
    [Id(1), DisallowNull] public bool? ContactToLeads { get; init; }

    /// <summary>Leads of my groups may see what helps me take part.</summary>
    [Id(2), DisallowNull] public bool? HelpsToLeads { get; init; }

    /// <summary>PeerNet may email me when it has something to tell me.</summary>
    [Id(3), DisallowNull] public bool? NoticesByMail { get; init; }
}

/// <summary>A consent given or withdrawn, kept for as long as the person's record.</summary>
/// <param name="What">
/// The name of the consent, as in <see cref="Consents"/>; <c>group/{id}</c> for belonging to a group, or
/// <c>seat/{area}/{group}</c> for a seat.
/// </param>
/// <param name="Given">True if it was given, false if it was withdrawn.</param>
/// <param name="At">When.</param>
/// <param name="By">The person, or the lead or coordinator who heard them say it; null for the area itself.</param>
/// <param name="How">How they said it.</param>
[GenerateSerializer, Immutable, Alias("peernet.consent-receipt")]
public sealed record ConsentReceipt(
    [property: Id(0)] string What,
    [property: Id(1)] bool Given,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] MemberId? By = null,
    [property: Id(4)] ConsentChannel How = ConsentChannel.SignedIn);

/// <summary>How a person said what they agree to.</summary>
[GenerateSerializer, Alias("peernet.consent-channel")]
public enum ConsentChannel
{
    /// <summary>By themselves, signed in.</summary>
    SignedIn,
    /// <summary>To a lead or a coordinator, who wrote it down.</summary>
    Heard,
    /// <summary>Not at all: what they had agreed to came to an end.</summary>
    Ended,
}
