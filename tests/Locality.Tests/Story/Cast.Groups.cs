using PeerNet.Contracts.Groups;

namespace PeerNet.Locality.Tests.Story;

/// <summary>The groups.</summary>
internal sealed partial class Cast
{
    /// <summary>A group that people ask to join, at a place of which strangers learn the town.</summary>
    public GroupDescription Tea => new()
    {
        Name = Name.Text,
        About = About.Text,
        FirstTime = FirstTime.Text,
        Format = MeetingFormat.Hybrid,
        Place = new()
        {
            Name = PlaceName.Text,
            Address = PlaceAddress.Text,
            Town = "Seaside",
            Outcode = "BN2",
            Latitude = 50.8225,
            Longitude = -0.1372,
            Privacy = PlacePrivacy.AreaOnly
        },
        OnlineLink = OnlineLink.Text,
        GuestContact = GuestContact.Text,
        Joining = Joining.Ask,
    };

    /// <summary>A group that anybody may come to, and that has guests for a while.</summary>
    public GroupDescription Walk => new()
    {
        Name = "A walk",
        Schedule = new()
        {
            Series =
            [
                new()
                {
                    Id = Series.Text,
                    Topics = [SeriesTopic.Text],
                    For = [SeriesFor.Text],
                    Versions = [new(new(2026, 1, 6), new(11, 0), 90, "FREQ=WEEKLY;BYDAY=TU,FR")],
                },
            ],
        },
    };

    /// <summary>A group without guests, at a place of which strangers learn nothing.</summary>
    public GroupDescription Hidden => new()
    {
        Name = "A garden",
        Place = new()
        {
            Name = HiddenName.Text,
            Address = HiddenAddress.Text,
            Town = HiddenTown.Text,
            Privacy = PlacePrivacy.OnRequest
        },
    };

    /// <summary>A group that no coordinator has welcomed, so that other areas learn nothing of it.</summary>
    public GroupDescription New => new()
    {
        Name = NewName.Text, About = NewAbout.Text, Place = new() { Town = "Seaside" }, Joining = Joining.Open
    };
}
