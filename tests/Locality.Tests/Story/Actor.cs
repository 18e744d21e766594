using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Locality.Tests.Story;

/// <summary>A person in an area, whose every field is a canary.</summary>
internal sealed class Actor
{
    public Actor(string area, string role, World world, string? who = null, string? shownIn = null)
    {
        var words = world.PersonalIn(area);
        var more = world.MoreIn(area);
        Area = area;
        Role = role;
        Id = new(Canary.IdOf($"{world.Words}/{area}/{who ?? role}"));
        Seat = new(Canary.IdOf($"{world.Words}/{area}/{role}/seat", version: 4));
        Name = Canary.Of(area, $"{role}'s name", words, mark => $"Zoë {mark}{more}");
        Email = Canary.Of(area, $"{role}'s email", words, mark => $"{mark}{more.Trim()}@{area}.example.invalid");
        // Declared, and so the same in each world, if they show it to somebody of another area.
        Phone = Canary.Digits(area, $"{role}'s telephone", shownIn is null ? words : world.Words);
        if (shownIn is not null) Phone = Phone with { Also = [shownIn, Zones.Link(area, shownIn)] };
        Other = Canary.Of(area, $"{role}'s other contact", words, mark => $"by pigeon, {mark}{more}");
        Helps = Canary.Of(area, $"{role}'s helps", words, mark => $"What helps: {mark}{more}");
        // Declared, and so the same in each world: the name that they chose to be called elsewhere.
        ShownAs = Canary.Of(area, $"{role}'s name as a guest", world.Words, mark => $"Robin {mark}");
    }

    public string Area { get; }

    public string Role { get; }

    public MemberId Id { get; }

    public SeatId Seat { get; }

    public Canary Name { get; }

    public Canary Email { get; }

    public Canary Phone { get; }

    public Canary Other { get; }

    public Canary Helps { get; }

    public Canary ShownAs { get; }

    public MemberProfile Profile => new()
    {
        Name = Name.Text,
        Contact = new() { Email = Email.Text, Phone = Phone.Text, Other = Other.Text },
        Helps = Helps.Text,
        Consents = new() { NameToGroups = true, ContactToLeads = true, HelpsToLeads = true },
    };

    /// <summary>What never leaves the area.</summary>
    public IEnumerable<Canary> Own => [Name, Email, Phone, Other, Helps, Canary.Of(Area, $"{Role}'s id", Id.Value)];

    /// <summary>What is declared to be at the group's area and on the way there, and nowhere else.</summary>
    public IEnumerable<Canary> SeatAt(string area)
    {
        // Once the letter with the name has arrived, home keeps it no more.
        foreach (var canary in (Canary[])[ShownAs with { Kept = false }, Canary.Of(Area, $"{Role}'s seat", Seat.Value)])
            yield return canary with { Also = [area, Zones.Link(Area, area)] };
    }
}
