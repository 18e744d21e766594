using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Grains.Groups;

/// <summary>The group's public face.</summary>
internal sealed partial record Group
{
    /// <inheritdoc/>
    public object? Face() => CardOn(DateOnly.MinValue, default);

    /// <summary>
    /// The card: what a stranger may know, field by field, so that nothing new crosses unless somebody writes it here.
    /// Null: not founded, or closed.
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
            OneOffs = [.. Calendar.OneOffs.Where(one => one.On >= today)],
            Pauses = [.. Pauses.Where(pause => pause.Until > today)],
            ClosesOn = Closure?.On,
            Joining = says.Joining,
            WelcomesNewcomers = says.WelcomesNewcomers,
            LastConfirmed = LastConfirmed,
        };
    }
}
