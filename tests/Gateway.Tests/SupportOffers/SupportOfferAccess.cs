using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>Who may do what with offers. Those of the scene are made by its other member.</summary>
internal sealed class SupportOfferAccess : IAccess
{
    public static string Rows => """
        GET    /offers                                        members      401   200   200   200   200   200   200
        GET    /members/me/offers                             members      401   200   200   200   200   200   200
        GET    /offers/{id}/fits somebody else                members      401   404   404   404   404   404   404
        GET    /offers/{id} open                              members      401   200   200   200   200   200   200
        GET    /offers/{id} for groups                        members      401   404   404   200   200   200   404
        GET    /offers/{id} taken up                          members      401   404   404   404   404   200   404
        PUT    /offers/{id} new                               members      401   201   201   201   201   201   201
        PUT    /offers/{id} for the group                     members      401   403   403   403   201   403   403
        PUT    /offers/{id} somebody else                     members      401   404   404   404   404   404   404
        DELETE /offers/{id} somebody else                     members      401   404   404   404   404   404   404
        PUT    /offers/{id}/pause somebody else               members      401   404   404   404   404   404   404
        DELETE /offers/{id}/pause somebody else               members      401   404   404   404   404   404   404
        PUT    /offers/{id}/hidden                            coordinators 401   403   403   403   403   200   403
        DELETE /offers/{id}/hidden                            coordinators 401   403   403   403   403   200   403
        PUT    /offers/{id}/matches/{matchId}                 members      401   201   201   201   201   201   201
        DELETE /offers/{id}/matches/{matchId} of two others   members      401   404   404   404   404   404   404
        PUT    /offers/{id}/matches/{matchId}/agreement of two others   members 401 404 404 404   404   404   404
        PUT    /offers/{id}/matches/{matchId}/arrangement of two others members 401 404 404 404   404   404   404
        PUT    /offers/{id}/matches/{matchId}/outcome of two others     members 401 404 404 404   404   404   404
        """;

    public static Attempts Attempts => new()
    {
        ["GET /offers"] = (http, _, by) => http.Get("offers", by),
        ["GET /members/me/offers"] = (http, _, by) => http.Get("members/me/offers", by),
        ["GET /offers/{id}/fits somebody else"] =
            async (http, scene, by) => await http.Get($"{await scene.AnOffer(http)}/fits", by),
        ["GET /offers/{id} open"] = async (http, scene, by) => await http.Get(await scene.AnOffer(http), by),
        ["GET /offers/{id} for groups"] = async (http, scene, by) =>
            await http.Get(await scene.AnOffer(http, ALift with { Audience = SupportAudience.MyGroups }), by),
        ["GET /offers/{id} taken up"] = async (http, scene, by) => await http.Get((await scene.AMatch(http)).At, by),
        ["PUT /offers/{id} new"] = (http, _, by) => http.Put($"offers/{Guid.CreateVersion7()}", by, ALift),
        ["PUT /offers/{id} for the group"] = (http, scene, by) =>
            http.Put($"offers/{Guid.CreateVersion7()}", by, ALift with { GroupId = scene.Group }),
        ["PUT /offers/{id} somebody else"] =
            async (http, scene, by) => await http.Put(await scene.AnOffer(http), by, ALift, "*"),
        ["DELETE /offers/{id} somebody else"] =
            async (http, scene, by) => await http.Delete(await scene.AnOffer(http), by),
        ["PUT /offers/{id}/pause somebody else"] =
            async (http, scene, by) => await http.Put($"{await scene.AnOffer(http)}/pause", by),
        ["DELETE /offers/{id}/pause somebody else"] =
            async (http, scene, by) => await http.Delete($"{await scene.AnOffer(http)}/pause", by),
        ["PUT /offers/{id}/hidden"] = async (http, scene, by) =>
            await http.Put($"{await scene.AnOffer(http)}/hidden", by, new HideSupportOffer(RunningArea.Canary)),
        ["DELETE /offers/{id}/hidden"] =
            async (http, scene, by) => await http.Delete($"{await scene.AnOffer(http)}/hidden", by),
        ["PUT /offers/{id}/matches/{matchId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.AnOffer(http)}/matches/{Guid.CreateVersion7()}", by, Yes),
        ["DELETE /offers/{id}/matches/{matchId} of two others"] =
            async (http, scene, by) => await http.Delete((await scene.AMatch(http)).Match, by),
        ["PUT /offers/{id}/matches/{matchId}/agreement of two others"] =
            async (http, scene, by) => await http.Put($"{(await scene.AMatch(http)).Match}/agreement", by, Yes),
        ["PUT /offers/{id}/matches/{matchId}/arrangement of two others"] = async (http, scene, by) => await http.Put(
            $"{(await scene.AMatch(http)).Match}/arrangement", by, new Arrangement(RunningArea.Today.AddDays(1))),
        ["PUT /offers/{id}/matches/{matchId}/outcome of two others"] = async (http, scene, by) =>
            await http.Put($"{(await scene.AMatch(http)).Match}/outcome", by, new MatchOutcome(true)),
    };

    internal static SupportOfferTerms ALift => new()
    {
        Side = SupportSide.Offer, Kind = SupportKind.Lift, Text = RunningArea.Canary,
    };

    internal static SayYes Yes => new($"Robin {RunningArea.Canary}");
}

/// <summary>Offers of the scene's other member, taken up by its co-lead.</summary>
internal static class OffersInAScene
{
    public static async Task<string> AnOffer(this Scene scene, ApiClient http, SupportOfferTerms? terms = null)
    {
        var at = $"offers/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Other, terms ?? SupportOfferAccess.ALift)).Is(201);
        return at;
    }

    public static async Task<(string At, string Match)> AMatch(this Scene scene, ApiClient http)
    {
        var at = await scene.AnOffer(http);
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await http.Put(match, scene.CoLead, SupportOfferAccess.Yes)).Is(201);
        return (at, match);
    }
}
