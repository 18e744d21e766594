using PeerNet.Locality.Tests.Story;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>A way in which something of West Sussex could come to be elsewhere.</summary>
/// <param name="Name">What leaks and how.</param>
/// <param name="Caught">What the scan must say of it: in which form, where.</param>
/// <param name="Plant">Makes it so.</param>
/// <param name="Kind">What leaks.</param>
internal sealed record Leak(string Name, string Caught, Func<Planting, Canary, Task> Plant, Leaking Kind = Leaking.Text)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Leak> All { get; } =
    [
        .. TelemetryLeaks.All, .. AnsweredLeaks.All, .. KeptLeaks.All, .. SentLeaks.All, .. OfferLeaks.All,
        .. FigureLeaks.All,
    ];

    /// <summary>What leaks this way in a run of those words.</summary>
    public Canary Canary(string words) => Kind switch
    {
        Leaking.Text => Tests.Canary.Of(Planting.West, Name, words, mark => $"Zoë {mark}"),
        Leaking.Email => Tests.Canary.Of(Planting.West, Name, words, mark => $"{mark}@west-sussex.example.invalid"),
        Leaking.MemberId or Leaking.GroupId =>
            Tests.Canary.Of(Planting.West, Name, Tests.Canary.IdOf($"{words}/{Name}")),
        Leaking.Count => LinkedTexts.CountOf(Planting.West, Name),
        Leaking.Seat => Tests.Canary.Of(Planting.West, Name, Tests.Canary.IdOf($"{words}/{Name}", version: 4)) with
        {
            Also = [Planting.Brighton, Zones.Link(Planting.West, Planting.Brighton)]
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>What leaks.</summary>
internal enum Leaking
{
    /// <summary>A text that a person wrote.</summary>
    Text,
    /// <summary>An email address.</summary>
    Email,
    /// <summary>The id of a member.</summary>
    MemberId,
    /// <summary>The id of a group that other areas know nothing of.</summary>
    GroupId,
    /// <summary>What the area counted at a gathering of several.</summary>
    Count,
    /// <summary>A guest's token in a group of Brighton, which may be there and nowhere else.</summary>
    Seat,
}
