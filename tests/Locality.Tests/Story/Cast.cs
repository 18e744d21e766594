namespace PeerNet.Locality.Tests.Story;

/// <summary>The people, groups and texts of one area.</summary>
internal sealed partial class Cast
{
    private readonly List<Canary> canaries = [];
    private readonly World world;
    private readonly string previous;

    public Cast(string area, string next, string previous, World world)
    {
        Area = area;
        Next = next;
        this.previous = previous;
        this.world = world;
        Lead = Someone("lead");
        Member = Someone("member");
        Goer = Someone("goer");
        Leaver = Someone("leaver");
        Erased = Someone("erased");
        Coordinator = Someone("coordinator");
        Holder = Someone("holder");
        Helper = Someone("helper", shownIn: previous);
        Helped = Someone("helped", shownIn: next);
        Travellers = [Traveller("member"), Traveller("coordinator")];
        foreach (var guest in (Actor[])[Goer, Leaver, Erased]) canaries.AddRange(guest.SeatAt(next));
        Name = Card("name");
        About = Card("about");
        FirstTime = Card("first time");
        OnlineLink = ForGuests("online link", mark => $"https://meet.example.invalid/{mark}");
        PlaceName = ForGuests("place's name", mark => mark);
        PlaceAddress = ForGuests("place's address", mark => mark);
        GuestContact = ForGuests("contact for guests", mark => $"Ask for {mark}");
        HiddenName = Own("hidden place's name");
        HiddenAddress = Own("hidden place's address");
        HiddenTown = Own("hidden place's town");
        NewName = Own("new group's name");
        NewAbout = Own("new group's about");
        Add(Canary.Of(Area, "new group's id", IdOf("new")));
        Closure = Own("closure reason");
        Notes = Own("notes", mark => $"Notes: {mark}\n");
        NotesAgain = Own("corrected notes");
        Newcomer = Add(Canary.Of(Area, "word for a newcomer", world.PersonalIn(Area), mark => $"scarf {mark}"));
        Why = Own("correction's reason");
        WhyGuest = Own("reason of a guest's correction");
        Cancelled = Own("cancellation's reason");
        NotHeld = Own("did-not-happen's detail");
        Title = Own("planned meeting's title");
        MeetingPlace = Own("planned meeting's place");
        Offer = new(Own);
        Worry = new(Own);
        Gathering = new(area, Own, Add);
        Linked = new(area, Own, IsAsking ? Everybodys("shared question", mark => mark) : null, Add);
        Barrier = new(Own, Everybodys);
        NextStep = new(Own, Everybodys);
        Sentence = new(Own, Everybodys);
        Practice = new(Own, Everybodys);
        Panel = new(Own);
        Across = new(area, next, previous, world);
        canaries.AddRange(Across.Canaries);
        Series = Everybodys("card's series", mark => $"walk-{mark}");
        SeriesTopic = Everybodys("card's topic of a series", mark => $"t{mark}");
        SeriesFor = Everybodys("card's people of a series", mark => $"p{mark}");
        MonthGroups = [.. InMonths()];
        Search = Passing("search words");
        Wrong = Passing("wrong request");
        Header = Passing("header");
    }

    public string Area { get; }

    /// <summary>The area in whose groups this one's people are guests.</summary>
    public string Next { get; }

    public Actor Lead { get; }

    public Actor Member { get; }

    public Actor Goer { get; }

    public Actor Leaver { get; }

    public Actor Erased { get; }

    public Actor Coordinator { get; }

    /// <summary>Who belongs to no group, and answers for a role.</summary>
    public Actor Holder { get; }

    /// <summary>Who offers support to all areas.</summary>
    public Actor Helper { get; }

    /// <summary>Who takes an offer of the next area up.</summary>
    public Actor Helped { get; }

    /// <summary>Those who show their tokens at other areas' doors, and do nothing else.</summary>
    public IReadOnlyList<Actor> Travellers { get; }

    public IEnumerable<Actor> People => [Lead, Member, Goer, Leaver, Erased, Coordinator, Holder, Helper, Helped];

    public Canary Name { get; }

    public Canary About { get; }

    public Canary FirstTime { get; }

    public Canary OnlineLink { get; }

    public Canary GuestContact { get; }

    public Canary PlaceName { get; }

    public Canary PlaceAddress { get; }

    public Canary HiddenName { get; }

    public Canary HiddenAddress { get; }

    public Canary HiddenTown { get; }

    public Canary NewName { get; }

    public Canary NewAbout { get; }

    public Canary Closure { get; }

    public Canary Notes { get; }

    public Canary NotesAgain { get; }

    public Canary Newcomer { get; }

    public Canary Why { get; }

    public Canary WhyGuest { get; }

    public Canary Cancelled { get; }

    public Canary NotHeld { get; }

    public Canary Title { get; }

    public Canary MeetingPlace { get; }

    public OfferTexts Offer { get; }

    public WorryTexts Worry { get; }

    public GatheringTexts Gathering { get; }

    public LinkedTexts Linked { get; }

    public BarrierTexts Barrier { get; }

    public NextStepTexts NextStep { get; }

    public SentenceTexts Sentence { get; }

    public PracticeTexts Practice { get; }

    public PanelTexts Panel { get; }

    public MatchTexts Across { get; }

    public Canary Series { get; }

    public Canary SeriesTopic { get; }

    public Canary SeriesFor { get; }

    public Canary Search { get; }

    public Canary Wrong { get; }

    public Canary Header { get; }

    public IReadOnlyList<Canary> Canaries => canaries;

    /// <summary>An id of this area that is the same in each world of the same words.</summary>
    public Guid IdOf(string what) => Canary.IdOf($"{world.Words}/{Area}/{what}");

    /// <summary>Whether it asks the others to hold a gathering together.</summary>
    private bool IsAsking => Area == Networks.RunningNetwork.Names[0];

    public bool Came => world.CameIn(Area);

    /// <summary>What is typed on pages; a story without them has none of it.</summary>
    public PageTexts OnPages()
    {
        var email = Canary.Of(
            Area, "email on a page", world.PersonalIn(Area), mark => $"{mark}@{Area}.example.invalid");
        return new(Own("name on a page"), Add(email), Own("worry on a page"), Own("title on a page"));
    }

    private Actor Someone(string role, string? shownIn = null)
    {
        var actor = new Actor(Area, role, world, shownIn: shownIn);
        canaries.AddRange(actor.Own);
        return actor;
    }

    private Actor Traveller(string role)
    {
        var actor = new Actor(Area, role, world, who: $"travelling {role}");
        Add(Canary.Of(Area, $"travelling {role}'s id", actor.Id.Value) with { Kept = false, Shown = true });
        return actor;
    }

    private Canary Card(string field) =>
        Add(Canary.Of(Area, $"card's {field}", world.Words, mark => $"Tea {mark}") with { Public = true });

    private Canary Everybodys(string field, Func<string, string> text) =>
        Add(Canary.Of(Area, field, world.Words, text) with { Public = true });

    private Canary Own(string field, Func<string, string>? text = null)
    {
        var more = world.MoreIn(Area);
        return Add(Canary.Of(
            Area,
            field,
            world.PersonalIn(Area),
            text is null ? mark => $"{mark}{more}" : mark => text(mark) + more.Trim()));
    }

    /// <summary>What the guests in the group are told, who are of the previous area.</summary>
    private Canary ForGuests(string field, Func<string, string> text) =>
        Add(Canary.Of(Area, field, world.Words, text) with { Also = [previous, Zones.Link(previous, Area)] });

    private Canary Passing(string what) =>
        Add(Canary.Of(Area, what, world.PersonalIn(Area), mark => mark) with { Kept = false });

    private Canary Add(Canary canary)
    {
        canaries.Add(canary);
        return canary;
    }
}
