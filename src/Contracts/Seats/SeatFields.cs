namespace PeerNet.Contracts.Seats;

/// <summary>The rules for the fields of a seat.</summary>
public static class SeatFields
{
    /// <summary>The name to be called there.</summary>
    public static TextRule ShownAs { get; } = TextRule.Line(60);
}
