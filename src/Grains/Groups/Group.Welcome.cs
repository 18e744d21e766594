using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Connections;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Whether other areas may know of the group.</summary>
internal sealed partial record Group
{
    /// <summary>
    /// Whether no other area has ever been told of the group, so that none may learn that it has gone.
    /// </summary>
    public bool IsUnknownAbroad => Welcome == WelcomeState.New && !WasWelcomed;

    /// <summary>The card for other areas; null if the group is new.</summary>
    public Card? CardAbroad(DateOnly today, AreaId area) =>
        Welcome == WelcomeState.New ? null : CardOn(today, area);

    /// <summary>Lets other areas know of the group.</summary>
    public Result<Group> LetIn(Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Description is null) return GroupRefusals.NotFound;
        if (Welcome == WelcomeState.Welcomed) return this;
        return this with { Welcome = WelcomeState.Welcomed };
    }

    /// <summary>Withdraws the welcome. Other areas are told only that the card has gone.</summary>
    public Result<Group> Withdraw(Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Description is null) return GroupRefusals.NotFound;
        if (Welcome == WelcomeState.New) return this;
        return this with { Welcome = WelcomeState.New, WasWelcomed = true };
    }

    /// <summary>
    /// Whether the sender must find nothing here. To other areas a new group does not exist, except to those who have
    /// dealt with it before its welcome was withdrawn.
    /// </summary>
    private bool IsHiddenFrom(Letter letter)
    {
        if (Welcome == WelcomeState.Welcomed) return false;
        return letter switch
        {
            SeatLetter seat => SeatOf(seat.Seat) is null,
            GroupLetter from => !Connections.AgreementWith(new GroupAddress(from.From, from.Group)).IsLive,
            _ => true,
        };
    }
}
