using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.Tests.SupportOffers;

public sealed partial class MatchesAbroadTests
{
    [Fact]
    public async Task A_match_in_another_area_is_changed_only_as_it_was_read()
    {
        var maker = await WithContact(area.Http, await area.APerson());
        var taker = await WithContact(area.WestHttp, await area.AWesterner());
        var offer = await Made(maker, taker, area.WestHttp);
        var match = $"{offer}/matches/{Guid.CreateVersion7()}";
        (await Sent(HttpMethod.Put, "", Robin, "\"99\"")).Refuses(412, "version.stale");
        (await Sent(HttpMethod.Put, "", Robin, "1")).Refuses(400, "request.parameter");
        (await area.WestHttp.Put($"{match}?area=east-sussex", taker, Robin)).Is(201);
        await Until(async () => await There(offer, maker) is not null);
        (await area.Http.Put($"{match}/agreement", maker, Kim)).Is(200);
        await Until(async () => await AtHome(offer, taker) is { } seen && Reach(seen) == MakersMail);
        await Until(async () => await There(offer, maker) is { } seen && Reach(seen) == TakersPhone);
        var first = (await area.WestHttp.Get($"{offer}?area=east-sussex", taker)).ETag!;
        var when = new Arrangement(RunningArea.Today.AddDays(1));
        (await Sent(HttpMethod.Put, "/arrangement", when, first)).Is(200);
        (await Sent(HttpMethod.Put, "/arrangement", when with { Where = RunningArea.Canary }, first))
            .Refuses(412, "version.stale");
        await Until(async () => await AtHome(offer, taker) is { } seen && Word(seen, "state") == "arranged");
        (await Sent(HttpMethod.Put, "/outcome", new { done = true }, first)).Refuses(412, "version.stale");
        (await Sent(HttpMethod.Put, "/outcome", new { done = true }, "*")).Is(200);
        (await Sent(HttpMethod.Delete, "", null, first)).Refuses(412, "version.stale");
        (await Sent(HttpMethod.Put, "", Robin, first)).Refuses(412, "version.stale");
        var last = (await area.WestHttp.Get($"{offer}?area=east-sussex", taker)).ETag!;
        Assert.NotEqual(first, last);

        Task<Answer> Sent(HttpMethod method, string part, object? body, string ifMatch)
        {
            var at = $"{match}{part}?area=east-sussex";
            return area.WestHttp.Send(method, at, taker, ApiClient.Body(body), ifMatch);
        }
    }
}
