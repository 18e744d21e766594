using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>A group of any area, as the API shows its card.</summary>
public sealed class CardDetailsTests
{
    private static readonly Card Full = Shelf.ACard(Shelf.West) with
    {
        Name = "Tea",
        About = "We talk",
        FirstTime = "Somebody meets you",
        For = ["carers"],
        Topics = ["sleep"],
        Languages = ["en"],
        Needs = [AccessNeed.StepFree],
        Format = MeetingFormat.Hybrid,
        Place = new() { Town = "Lewes", Name = "Hall" },
        Schedule = Shelf.Weekly("TU", 19),
        Pauses = [new(new(2026, 12, 1), new(2027, 1, 7))],
        ClosesOn = new(2028, 1, 1),
        Joining = Joining.Invite,
        WelcomesNewcomers = false,
        LastConfirmed = new(2026, 11, 2),
        Welcome = WelcomeState.New,
    };

    [Fact]
    public void It_says_everything_that_the_card_says()
    {
        var shown = new CardDetails(Full);
        foreach (var field in typeof(Card).GetProperties().Where(field => field.Name != nameof(Card.OneOffs)))
        {
            var said = Written(field.GetValue(Full));
            Assert.NotEqual(Written(field.GetValue(Shelf.ACard())), said);
            Assert.Equal(said, Written(typeof(CardDetails).GetProperty(field.Name)!.GetValue(shown)));
        }
    }

    private static string Written(object? value) =>
        System.Text.Json.JsonSerializer.Serialize(value, PeerNetJson.Options);
}
