using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Groups;

/// <summary>The group's card.</summary>
internal sealed partial record Group
{
    /// <inheritdoc/>
    public object? Face() => CardOn(DateOnly.MinValue, default);

    /// <summary>
    /// The card: what strangers may see, field by field, so that nothing new crosses the border unless someone adds it
    /// here. Null if the group does not exist or is closed. The card of a new group is for its own area only.
    /// </summary>
    public Card? CardOn(DateOnly today, AreaId area)
    {
        return Description is not { } says || Closure?.On <= today ? null : new()
        {
            Area = area,
            Id = Id,
            Name = says.Name,
            About = says.About,
            FirstTime = says.FirstTime,
            For = says.For,
            Topics = says.Topics,
            Languages = says.Languages,
            Needs = says.Needs,
            Format = says.Format,
            Place = says.Place?.ForStrangers(),
            Schedule = says.Schedule,
            OneOffs = [.. OneOffsFrom(today)],
            Pauses = [.. says.Pauses.Where(pause => pause.Until > today)],
            ClosesOn = Closure?.On,
            Joining = says.Joining,
            WelcomesNewcomers = says.WelcomesNewcomers,
            LastConfirmed = LastConfirmed,
            Welcome = Welcome,
        };
    }

    // One held early is also still needed: it is in place of a meeting that its series planned for later.
    private IEnumerable<OneOff> OneOffsFrom(DateOnly today)
    {
        var needed = Announced.Where(one => LastDay(one) >= today).Select(one => one.Meeting).ToHashSet();
        return Calendar.OneOffs.Where(one => needed.Contains(one.Id));
    }
}
