using System.Globalization;
using CsCheck;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Map;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>How the places of groups become marks that can be told apart and pressed.</summary>
public sealed class MapMarkTests
{
    private static readonly GeoPoint Brighton = new(50.8228, -0.1571), Hove = new(50.8265, -0.1769),
        Hastings = new(50.8562, 0.5934), Calais = new(50.95, 1.86);

    private static readonly Gen<GeoPoint> Anywhere =
        Gen.Select(Gen.Double[50.6, 51.3], Gen.Double[-1.1, 1.0]).Select((north, east) => new GeoPoint(north, east));

    [Fact]
    public void No_two_marks_overlap_and_each_group_on_the_picture_has_one()
    {
        Anywhere.Array[0, 60].Sample(points =>
        {
            var marks = MapMark.Of(points.Select(at => Place(at)));
            Assert.Equal(points.Count(Sketch.Shows), marks.Sum(mark => mark.Groups));
            foreach (var (one, other) in marks.SelectMany((one, at) => marks.Skip(at + 1).Select(two => (one, two))))
            {
                var apart = Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));
                Assert.True(apart >= 2 * MapMark.Radius, $"Two marks are {apart} apart.");
            }
        }, iter: 100);
    }

    [Fact]
    public void Groups_near_each_other_share_a_mark_that_is_named_after_the_town_of_most()
    {
        var marks = MapMark.Of([Place(Brighton, "Hove"), Place(Hove, "Hove"), Place(Brighton), Place(Hastings)]);
        Assert.Equal([3, 1], marks.Select(mark => mark.Groups));
        Assert.Equal("Hove", marks[0].Town);
        Assert.Null(marks[0].Only);
        Assert.NotNull(marks[1].Only);
        Assert.Null(marks[1].Town);
    }

    [Fact]
    public void A_group_that_is_not_on_the_picture_has_no_mark() => Assert.Empty(MapMark.Of([Place(Calais)]));

    [Fact]
    public void A_mark_leads_to_a_search_that_finds_all_its_groups_and_keeps_the_other_questions()
    {
        using var shelf = new Shelf();
        GeoPoint[] points = [Brighton, Hove, new(50.86, -0.1)];
        foreach (var at in points) shelf.Put(Shelf.ACard() with
        {
            Place = new() { Latitude = at.Latitude, Longitude = at.Longitude },
        });
        var mark = Assert.Single(MapMark.Of(shelf.Search.FindPlaces(new(), Shelf.Noon).Places));
        var search = FinderAddress.Of(QueryCollection.Empty)
            .With("day", "tue").With("outcode", "BN2").With("withinKm", "1");
        var near = mark.Near(search);
        Assert.Equal("tue", near["day"]);
        Assert.Null(near["outcode"]);
        var found = shelf.Find(new()
        {
            Origin = new(Number(near.Items("near")[0]), Number(near.Items("near")[1])),
            WithinKm = Number(near["withinKm"]!),
        });
        Assert.Equal(3, found.Total);
    }

    [Theory]
    [InlineData(PlacePrivacy.Exact, MeetingFormat.InPerson, 1)]
    [InlineData(PlacePrivacy.AreaOnly, MeetingFormat.Hybrid, 1)]
    [InlineData(PlacePrivacy.OnRequest, MeetingFormat.InPerson, 0)]
    [InlineData(PlacePrivacy.Exact, MeetingFormat.Online, 0)]
    public void Only_a_place_that_strangers_may_know_is_on_the_map(
        PlacePrivacy privacy, MeetingFormat format, int marks)
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.ACard() with
        {
            Format = format,
            Place = new() { Outcode = "BN2", Latitude = 50.82284, Longitude = -0.15711, Privacy = privacy },
        });
        var found = shelf.Search.FindPlaces(new(), Shelf.Noon);
        Assert.Equal(1, found.Total);
        Assert.Equal(marks, found.Places.Length);
        if (privacy == PlacePrivacy.AreaOnly) Assert.Equal(new(50.82, -0.16), found.Places[0].At);
    }

    [Fact]
    public void A_place_without_coordinates_is_in_the_middle_of_its_outcode()
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.ACard() with { Place = new() { Outcode = "BN7" } });
        Assert.Equal(Outcodes.Find("BN7"), shelf.Search.FindPlaces(new(), Shelf.Noon).Places.Single().At);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static FoundPlace Place(GeoPoint at, string? town = null) =>
        new() { Area = Shelf.East, Group = new(Guid.CreateVersion7()), Name = "Tea and talk", Town = town, At = at };
}
