using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.LinkedRooms;
using PeerNet.Grains.Members;
using PeerNet.Grains.Notices;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;
using static PeerNet.Grains.Tests.SupportOffers.OffersAbroad;

namespace PeerNet.Grains.Tests.Durability;

/// <summary>
/// Whatever one area writes, it fills no list for others: what they have said is still known, and what they say next is
/// taken in.
/// </summary>
public sealed class LetterBoundsTests
{
    private static readonly string Key = RoomKey.Make().Public;

    // They take in messages of their own area alone. A letter can lead to a question of a gathering, of which a linked
    // room has twenty at most, and to notices, of which the oldest go.
    private static readonly Type[] WithoutLetters =
        [typeof(Member), typeof(MemberNotices), typeof(Limit), typeof(Grains.Barriers.Barrier), typeof(Gathering)];

    private static readonly Dictionary<string, Action> Filled = new()
    {
        ["Group.Seats"] = () => Fill(
            AGroup(joining: Joining.Ask).InARow(), [TheAsking(1)],
            number => number % 2 == 0 ? TheAsking(number) : TheLeaving(number), [TheAsking(9000)]),
        ["GroupConnections.Agreements"] = () => Fill(
            AGroup().InARow(), [TheirWord(yes: false, 1)],
            number => TheirWord(number % 4 == 0, 1) with { Group = new(Person(number).Value) },
            [TheirWord(yes: true, 1) with { Group = new(Person(9000).Value) }]),
        ["GroupConnections.Received"] = () => Fill(
            AConnectedGroup()
                .Stored((g, row) => g.Connect(Brighton, GroupOfWest, East, row.NumberAt(Now), ByLead, Now))
                .Receives(TheirWord(yes: true, 1) with { From = Brighton }),
            [TheirMeeting(5)],
            number => TheirMeeting(number, number % 2 == 0) with { Meeting = new(Person(number).Value) },
            [TheirMeeting(9000) with { Meeting = new(Person(9000).Value) }]),
        ["SupportOffer.Matches"] = () => Fill(
            AnOffer(ForAll with { HowOften = SupportFrequency.AsLongAsItLasts }).InARow(), [TheTaking(1)],
            number => number % 2 == 0 ? TheTaking(number) : TheEnding(byMaker: false, number), [TheTaking(9000)]),
        ["LinkedRoom.Ready"] = () => Fill(
            new LinkedRoom { Host = West, State = LinkedRoomState.Joined }.InARow(), [ARoomReady(West, 1)],
            number => ARoomReady(Brighton, number),
            [
                .. Enumerable.Range(2, LinkedRoomFields.MaxQuestions - 1).Select(number => ARoomReady(West, number)),
                .. Enumerable.Range(1, LinkedRoomFields.MaxQuestions).Select(number => ARoomReady(new("n"), number)),
            ]),
    };

    // Why an area cannot fill the others, or only what is its own.
    private static readonly Dictionary<string, string> NotFilled = new()
    {
        ["Group.NeighbourTurnover"] = "There is one entry for each day and area, and the oldest go.",
        ["SupportOffer.Turnover"] = "There is one entry for each day, and the oldest go.",
        ["Seat.Marks"] = "Only the area of the group writes to a seat.",
        ["LinkedRoom.Questions"] = "Only the host writes, whose gathering it is.",
        ["LinkedQuestion.Areas"] = "Only the host writes, and it names three areas at most.",
        ["SumAttempt.Areas"] = "Only the host writes.",
        ["SumAttempt.Missing"] = "Only keepers here add to it.",
        ["SumAttempt.TooFew"] = "Only keepers here add to it.",
        ["SumAttempt.Sent"] = "Each area that is part of the attempt sends once.",
        ["RoomSum.Areas"] = "Only the host writes.",
        ["RoomSum.Missing"] = "Only the host writes.",
        ["RoomSum.TooFew"] = "Only the host writes.",
        ["RoomSum.Sides"] = "Only the host writes.",
    };

    // No letter adds to these.
    private static readonly string[] ByPeopleHere =
    [
        "Group.Roster", "Group.Departed", "Group.EarlierPlans", "Group.Announced", "Group.Links", "Group.Turnover",
        "GroupConnections.Shared", "GroupPower.Holds", "LinkedRoom.Areas",
    ];

    public static TheoryData<string> FilledLists => [.. Filled.Keys];

    [Fact]
    public void Each_list_that_a_letter_may_add_to_is_filled_here_or_it_says_why_it_need_not_be()
    {
        var records = typeof(Row<>).Assembly.GetTypes().Except(WithoutLetters)
            .Where(type => type.GetInterfaces().Any(
                one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReceives<>)));
        var lists = records.SelectMany(record => BoundsTests.Lists(record, []))
            .Select(list => $"{list.DeclaringType!.Name}.{list.Name}");
        var known = Filled.Keys.Concat(NotFilled.Keys).Concat(ByPeopleHere).ToHashSet();
        Assert.Equal("", string.Join(", ", lists.Except(known)));
        Assert.Equal("", string.Join(", ", known.Except(lists)));
    }

    [Theory]
    [MemberData(nameof(FilledLists))]
    public void One_area_fills_no_list_for_others(string list) => Filled[list]();


    /// <summary>The west writes, Brighton writes as much as it can, and then the west writes again.</summary>
    private static void Fill<T>(Row<T> row, Letter[] before, Func<int, Letter> hostile, Letter[] after)
        where T : class, new()
    {
        row = before.Aggregate(row, (next, letter) => next.Receives(letter));
        foreach (var number in Enumerable.Range(10, 1500))
        {
            // Some are refused.
            var letter = hostile(number) with { From = Brighton };
            if (!row.Receive(letter, East, Now).Refused(out _, out var next)) row = next;
        }
        foreach (var letter in before) Assert.Same(row, row.Receives(letter));
        foreach (var letter in after) Assert.NotSame(row, row = row.Receives(letter));
    }

    private static RoomReady ARoomReady(AreaId from, int question) => new()
    {
        From = from, To = East, Gathering = TheGathering, Question = Asked(question), Enough = true, Key = Key,
    };
}
