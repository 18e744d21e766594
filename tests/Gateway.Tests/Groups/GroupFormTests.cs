using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>What a lead says of a group, from the controls of the form to the description that is kept.</summary>
public sealed class GroupFormTests
{
    [Fact]
    public void A_box_that_is_not_ticked_is_a_no()
    {
        Assert.False(Read(null).WelcomesNewcomers);
        Assert.True(Read(null, ("welcomesNewcomers", "true")).WelcomesNewcomers);
    }

    [Fact]
    public void What_the_form_does_not_ask_stays_and_a_point_on_the_map_only_while_the_place_does()
    {
        var was = new GroupDescription
        {
            Name = "Tea", Pauses = [new(new(2027, 1, 1), new(2027, 1, 8))], Schedule = new() { Series = [] },
            Place = new() { Name = "Hall", Address = "1 High Street", Outcode = "BN7", Latitude = 50.9, Longitude = 0 },
        };
        var kept = Read(was, ("place.name", "Old hall"), ("place.address", "1 High Street"), ("place.outcode", "BN7"));
        Assert.Equal(was.Pauses, kept.Pauses);
        Assert.Equal(was.Schedule, kept.Schedule);
        Assert.Equal((50.9, 0), (kept.Place?.Latitude, kept.Place?.Longitude));
        Assert.Null(Read(was, ("place.address", "2 High Street"), ("place.outcode", "BN7")).Place?.Latitude);
        Assert.Null(Read(was, ("place.address", "1 High Street"), ("place.outcode", "BN8")).Place?.Longitude);
    }

    [Fact]
    public void A_group_that_meets_online_has_no_place() =>
        Assert.Null(Read(null, ("format", "online"), ("place.name", "Hall")).Place);

    [Fact]
    public void A_form_that_is_sent_as_it_was_opened_changes_nothing()
    {
        var group = new GroupDetails(Full, new("east-sussex"), new(Guid.CreateVersion7()));
        Assert.Equal(Json(Full), Json(group.Described()));
        Assert.Empty(GroupForm.Of(group).Read(Full, out var description));
        Assert.Equal(Json(Full), Json(description));
        // Otherwise a field that is forgotten would not be noticed.
        var empty = new GroupDescription { Name = "" };
        Assert.All(
            typeof(GroupDescription).GetProperties(),
            field => Assert.NotEqual(Json(field.GetValue(empty)), Json(field.GetValue(Full))));
    }

    private static GroupDescription Full { get; } = new()
    {
        Name = "Tea", About = "A pot", FirstTime = "Somebody meets you", For = ["carers"], Topics = ["young-people"],
        Languages = ["en", "so"], Needs = [AccessNeed.StepFree], Format = MeetingFormat.Hybrid,
        Place = new() { Name = "Hall", Town = "Lewes", Outcode = "BN7", Privacy = PlacePrivacy.AreaOnly },
        OnlineLink = "https://example.org/tea", Joining = Joining.Ask, Capacity = 12, WelcomesNewcomers = false,
        GuestContact = "Ring the bell", Pauses = [new(new(2027, 1, 1), new(2027, 1, 8))],
        Schedule = Scene.Following(new SeriesVersion(new(2027, 1, 5), new(19, 0), 90, "FREQ=WEEKLY")),
    };

    private static string Json(object? value) => JsonSerializer.Serialize(value, PeerNetJson.Options);

    private static GroupDescription Read(GroupDescription? was, params (string Name, string Value)[] typed)
    {
        var form = typed.Append(("name", "Tea")).Append(("pattern", ""));
        var fields = form.ToDictionary(one => one.Item1, one => new StringValues(one.Item2));
        Assert.Empty(GroupForm.Of(new FormCollection(fields)).Read(was, out var description));
        return description;
    }
}
