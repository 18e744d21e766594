using PeerNet.Contracts;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Sentences;

/// <summary>Who may do what with the sentences of a gathering, which the scene's lead keeps.</summary>
internal sealed class SentenceAccess : IAccess
{
    public static string Rows => """
        GET    /sentences                                                       members 401 200 200 200 200 200 200
        GET    /sentences/elsewhere                                             members 401 200 200 200 200 200 200
        GET    /gatherings/{id}/sentences                                       members 401 200 200 200 200 200 200
        GET    /gatherings/{id}/sentences/{sentenceId} draft                    members 401 404 404 404 200 404 404
        GET    /gatherings/{id}/sentences/{sentenceId} votable                  members 401 200 200 200 200 200 200
        PUT    /gatherings/{id}/sentences/{sentenceId}                          members 401 403 403 403 201 403 403
        PUT    /gatherings/{id}/sentences/{sentenceId}/agreements/{tableId}     members 401 403 403 403 200 403 403
        PUT    /gatherings/{id}/sentences/{sentenceId}/voting                   members 401 403 403 403 200 403 403
        PUT    /gatherings/{id}/sentences/{sentenceId}/withdrawal               members 401 403 403 403 200 403 403
        PUT    /gatherings/{id}/sentences/{sentenceId}/taken-out                members 401 403 403 403 200 200 403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /sentences"] = (http, _, by) => http.Get("sentences", by),
        ["GET /sentences/elsewhere"] = (http, _, by) => http.Get("sentences/elsewhere", by),
        ["GET /gatherings/{id}/sentences"] = async (http, scene, by) =>
            await http.Get($"{(await scene.ARoomOfSentences(http)).At}/sentences", by),
        ["GET /gatherings/{id}/sentences/{sentenceId} draft"] = async (http, scene, by) =>
            await http.Get(await scene.ASentence(http, await scene.ARoomOfSentences(http)), by),
        ["GET /gatherings/{id}/sentences/{sentenceId} votable"] = async (http, scene, by) =>
            await http.Get(await scene.AVotableSentence(http, await scene.ARoomOfSentences(http)), by),
        ["PUT /gatherings/{id}/sentences/{sentenceId}"] = async (http, scene, by) =>
        {
            var room = await scene.ARoomOfSentences(http);
            return await http.Put(room.New(), by, room.Says(0, RunningArea.Canary));
        },
        ["PUT /gatherings/{id}/sentences/{sentenceId}/agreements/{tableId}"] = async (http, scene, by) =>
        {
            var room = await scene.ARoomOfSentences(http);
            var at = $"{await scene.ASentence(http, room, 0, RunningArea.Canary)}/agreements/{room.Tables[0]}";
            return await http.Put(at, by, new AgreeToSentence(RunningArea.Canary));
        },
        ["PUT /gatherings/{id}/sentences/{sentenceId}/voting"] = async (http, scene, by) =>
            await http.Put($"{await scene.AVotableSentence(http, await scene.ARoomOfSentences(http))}/voting", by),
        ["PUT /gatherings/{id}/sentences/{sentenceId}/withdrawal"] = async (http, scene, by) =>
            await http.Put($"{await scene.ASentence(http, await scene.ARoomOfSentences(http))}/withdrawal", by),
        ["PUT /gatherings/{id}/sentences/{sentenceId}/taken-out"] = async (http, scene, by) => await http.Put(
            $"{await scene.AVotableSentence(http, await scene.ARoomOfSentences(http))}/taken-out", by,
            new TakeOutWords(RunningArea.Canary)),
    };
}
