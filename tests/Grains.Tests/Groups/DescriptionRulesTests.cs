using PeerNet.Contracts.Groups;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>Each field of a description has its rule.</summary>
public sealed class DescriptionRulesTests
{
    private static readonly string TooLong = new('x', 4001);

    public static TheoryData<string, GroupDescription> Wrong => new()
    {
        { "name", Description() with { Name = new('x', 121) } },
        { "about", Description() with { About = TooLong } },
        { "firstTime", Description() with { FirstTime = TooLong } },
        { "place.name", With(new() { Name = TooLong }) },
        { "place.address", With(new() { Address = "1 Street\nLewes" }) },
        { "place.town", With(new() { Town = TooLong }) },
        { "place.outcode", With(new() { Outcode = "bn7" }) },
        { "place.latitude", With(new() { Latitude = 50.8 }) },
        { "onlineLink", Description() with { OnlineLink = "https://a:b@meet.example.invalid" } },
        { "guestContact", Description() with { GuestContact = TooLong } },
        { "for", Description() with { For = ["two words"] } },
        { "topics", Description() with { Topics = ["sleep", "sleep"] } },
        { "languages", Description() with { Languages = default } },
        { "needs", Description() with { Needs = [AccessNeed.Parking, AccessNeed.Parking] } },
        { "capacity", Description() with { Capacity = 0 } },
        { "capacity", Description() with { Capacity = 501 } },
        { "pauses[0].until", Description() with { Pauses = [new(Tuesday, Tuesday)] } },
        { "schedule.series", Description() with { Schedule = new() { Series = [] } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_field_that_is_not_valid_is_refused_by_name(string field, GroupDescription description) =>
        Assert.Equal(field, DescriptionRules.Check(description)?.Field);

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(null)]
    public void A_capacity_is_from_1_to_500_or_left_out(int? capacity) =>
        Assert.Null(DescriptionRules.Check(Description() with { Capacity = capacity, Schedule = null }));

    [Fact]
    public void The_first_field_that_is_not_valid_is_the_one_named()
    {
        var place = new Place { Name = TooLong, Address = TooLong, Town = TooLong, Outcode = "x", Latitude = 1 };
        var wrong = Description() with
        {
            Name = "", About = TooLong, FirstTime = TooLong, Place = place, OnlineLink = "x", GuestContact = TooLong,
            For = default, Topics = default, Languages = default, Needs = default, Capacity = 0, Pauses = default,
            Schedule = new() { Series = default },
        };
        (string Field, Func<GroupDescription, GroupDescription> Put)[] steps =
        [
            ("name", d => d with { Name = "Tea" }),
            ("about", d => d with { About = null }),
            ("firstTime", d => d with { FirstTime = null }),
            ("place.name", d => d with { Place = d.Place! with { Name = null } }),
            ("place.address", d => d with { Place = d.Place! with { Address = null } }),
            ("place.town", d => d with { Place = d.Place! with { Town = null } }),
            ("place.outcode", d => d with { Place = d.Place! with { Outcode = null } }),
            ("place.latitude", d => d with { Place = d.Place! with { Latitude = null } }),
            ("onlineLink", d => d with { OnlineLink = null }),
            ("guestContact", d => d with { GuestContact = null }),
            ("for", d => d with { For = [] }),
            ("topics", d => d with { Topics = [] }),
            ("languages", d => d with { Languages = [] }),
            ("needs", d => d with { Needs = [] }),
            ("capacity", d => d with { Capacity = null }),
            ("pauses", d => d with { Pauses = [] }),
            ("schedule.series", d => d with { Schedule = null }),
        ];
        foreach (var (field, put) in steps)
        {
            Assert.Equal(field, DescriptionRules.Check(wrong)?.Field);
            wrong = put(wrong);
        }
        Assert.Null(DescriptionRules.Check(wrong));
    }

    private static GroupDescription With(Place place) => Description() with { Place = place };
}
