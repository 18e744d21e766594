using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Gateway.Tests.Access;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>
/// Who may do what with gatherings of several areas. Those of the scene ask an area that never answers, or are asked by
/// West Sussex.
/// </summary>
internal sealed class LinkedRoomAccess : IAccess
{
    public static string Rows => """
        GET    /linked-rooms                                          members 401 403 403 403 200 200 403
        GET    /gatherings/{id}/rooms asking                          members 401 200 200 200 200 200 200
        GET    /gatherings/{id}/rooms asked                           members 401 404 404 404 200 200 404
        PUT    /gatherings/{id}/rooms/{area}                          members 401 403 403 403 200 403 403
        PUT    /gatherings/{id}/joining                               members 401 403 403 403 200 403 403
        DELETE /gatherings/{id}/joining                               members 401 403 403 403 200 200 403
        PUT    /gatherings/{id}/questions/{questionId}/sharing        members 401 403 403 403 200 403 403
        PUT    /gatherings/{id}/questions/{questionId}/handing-in     members 401 403 403 403 200 403 403
        PUT    /gatherings/{id}/questions/{questionId}/sum            members 401 403 403 403 200 403 403
        GET    /gatherings/{id}/questions/{questionId}/together       members 401 200 200 200 200 200 200
        """;

    public static Attempts Attempts => new()
    {
        ["GET /linked-rooms"] = async (http, scene, by) =>
        {
            await scene.Known();
            return await http.Get("linked-rooms", by);
        },
        ["GET /gatherings/{id}/rooms asking"] = async (http, scene, by) =>
            await http.Get($"{(await scene.ALinkedQuestion(http)).Gathering}/rooms", by),
        ["GET /gatherings/{id}/rooms asked"] = async (http, scene, by) =>
        {
            await scene.Known();
            return await http.Get($"gatherings/{await scene.AnInvitation()}/rooms", by);
        },
        ["PUT /gatherings/{id}/rooms/{area}"] = async (http, scene, by) =>
            await http.Put($"{await scene.AKeptGathering(http)}/rooms/north-sussex", by),
        ["PUT /gatherings/{id}/joining"] = async (http, scene, by) =>
        {
            var asked = await scene.AnInvitation();
            return await http.Put($"{await scene.AKeptGathering(http, asked)}/joining", by);
        },
        ["DELETE /gatherings/{id}/joining"] = async (http, scene, by) =>
        {
            await scene.Known();
            return await http.Delete($"gatherings/{await scene.AnInvitation()}/joining", by);
        },
        ["PUT /gatherings/{id}/questions/{questionId}/sharing"] =
            async (http, scene, by) => await http.Put($"{(await scene.ALinkedQuestion(http)).At}/sharing", by),
        ["PUT /gatherings/{id}/questions/{questionId}/handing-in"] = async (http, scene, by) =>
        {
            var question = await scene.ALinkedQuestion(http);
            (await http.Put($"{question.At}/closing", scene.Lead)).Is(200);
            return await http.Put($"{question.At}/handing-in", by);
        },
        ["PUT /gatherings/{id}/questions/{questionId}/sum"] = async (http, scene, by) =>
            await http.Put($"{(await scene.AHandedInQuestion(http)).At}/sum", by, new AddUpRooms()),
        ["GET /gatherings/{id}/questions/{questionId}/together"] = async (http, scene, by) =>
        {
            var question = await scene.AHandedInQuestion(http);
            (await http.Put($"{question.At}/sum", scene.Lead, new AddUpRooms())).Is(200);
            return await http.Get($"{question.At}/together", by);
        },
    };
}
