using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>
/// Who may do what with gatherings. Those of the scene are kept by its lead, and by its other member for a group of
/// their own.
/// </summary>
internal sealed class GatheringAccess : IAccess
{
    public static string Rows => """
        GET    /groups/{id}/gatherings                        members      401   200   200   200   200   200   200
        GET    /gatherings                                    members      401   200   200   200   200   200   200
        GET    /gatherings/{id}                               members      401   200   200   200   200   200   200
        PUT    /gatherings/{id} new                           members      401   403   403   403   201   201   403
        PUT    /gatherings/{id} planned                       members      401   403   403   403   200   403   403
        PUT    /gatherings/{id}/opening                       members      401   403   403   403   200   403   403
        PUT    /gatherings/{id}/closing                       members      401   403   403   403   200   403   403
        PUT    /gatherings/{id}/cancellation                  members      401   403   403   403   200   200   403
        PUT    /gatherings/{id}/taken-out                     members      401   403   403   403   200   200   403
        PUT    /gatherings/{id}/keepers/{groupId}             members      401   403   403   403   200   403   403
        DELETE /gatherings/{id}/keepers/{groupId}             members      401   403   403   403   204   403   403
        PUT    /gatherings/{id}/keepers/{groupId}/coming      members      401   403   403   403   200   403   403
        PUT    /gatherings/{id}/tables/{tableId}              members      401   403   403   403   201   403   403
        DELETE /gatherings/{id}/tables/{tableId}              members      401   403   403   403   204   403   403
        PUT    /gatherings/{id}/questions/{questionId}        members      401   403   403   403   201   403   403
        PUT    /gatherings/{id}/questions/{questionId}/readiness members   401   403   403   403   200   403   403
        PUT    /gatherings/{id}/questions/{questionId}/opening   members   401   403   403   403   200   403   403
        PUT    /gatherings/{id}/questions/{questionId}/counting  members   401   403   403   403   200   403   403
        PUT    /gatherings/{id}/questions/{questionId}/closing   members   401   403   403   403   200   403   403
        GET    /gatherings/{id}/questions/{questionId}/result    members   401   200   200   200   200   200   200
        GET    /gatherings/{id}/questions/{questionId}/released  members      401   200   200   200   200   200   200
        GET    /gatherings/{id}/questions/{questionId}/tallies   members   401   403   403   403   200   403   403
        GET    /gatherings/{id}/questions/{questionId}/tallies/{tallyId} of another members 401 404 404 404 404 404 404
        PUT    /gatherings/{id}/questions/{questionId}/tallies/{tallyId} members 401 403   403   403   201   403   403
        GET    /gatherings/{id}/paper                         members      401   403   403   403   200   403   403
        PUT    /gatherings/{id}/tables/{tableId}/slips        members      401   403   403   403   200   403   403
        PUT    /gatherings/{id}/tables/{tableId}/code         members      401   403   403   403   200   403   403
        PUT    /gatherings/{id}/questions/{questionId}/slips  anyone       200   200   200   200   200   200   200
        """;

    public static Attempts Attempts => new()
    {
        ["GET /groups/{id}/gatherings"] = (http, scene, by) => http.Get($"{scene.At}/gatherings", by),
        ["GET /gatherings"] = (http, _, by) => http.Get("gatherings", by),
        ["GET /gatherings/{id}"] = async (http, scene, by) => await http.Get(await scene.AGathering(http), by),
        ["PUT /gatherings/{id} new"] = async (http, scene, by) => await http.Put(
            $"gatherings/{Guid.CreateVersion7()}", by, APlan(scene.Group, await scene.ASecondGroup(http))),
        ["PUT /gatherings/{id} planned"] = async (http, scene, by) =>
        {
            var second = await scene.ASecondGroup(http);
            var at = await scene.AGathering(http, second);
            return await http.Put(at, by, APlan(scene.Group, second) with { Minutes = 60 }, "*");
        },
        ["PUT /gatherings/{id}/opening"] =
            async (http, scene, by) => await http.Put($"{await scene.AKeptGathering(http)}/opening", by),
        ["PUT /gatherings/{id}/closing"] =
            async (http, scene, by) => await http.Put($"{(await scene.AQuestion(http)).Gathering}/closing", by),
        ["PUT /gatherings/{id}/cancellation"] = async (http, scene, by) => await http.Put(
            $"{await scene.AGathering(http)}/cancellation", by, new CancelGathering(RunningArea.Canary)),
        ["PUT /gatherings/{id}/taken-out"] = async (http, scene, by) => await http.Put(
            $"{await scene.AGathering(http)}/taken-out", by, new TakeOutWords("Nobody")),
        ["PUT /gatherings/{id}/keepers/{groupId}"] = async (http, scene, by) =>
            await http.Put($"{await scene.AGatheringOfAnother(http)}/keepers/{scene.Group}", by),
        ["DELETE /gatherings/{id}/keepers/{groupId}"] = async (http, scene, by) =>
            await http.Delete($"{await scene.AGatheringOfAnother(http)}/keepers/{scene.Group}", by),
        ["PUT /gatherings/{id}/keepers/{groupId}/coming"] = async (http, scene, by) => await http.Put(
            $"{await scene.AGathering(http)}/keepers/{scene.Group}/coming", by, new PeopleComing { People = 6 }),
        ["PUT /gatherings/{id}/tables/{tableId}"] = async (http, scene, by) => await http.Put(
            $"{await scene.AGathering(http)}/tables/{Guid.CreateVersion7()}", by, new LayTable(Animal.Otter, 6)),
        ["DELETE /gatherings/{id}/tables/{tableId}"] = async (http, scene, by) =>
        {
            var table = $"{await scene.AGathering(http)}/tables/{Guid.CreateVersion7()}";
            (await http.Put(table, scene.Lead, new LayTable(Animal.Otter, 0))).Is(201);
            return await http.Delete(table, by);
        },
        ["PUT /gatherings/{id}/questions/{questionId}"] = async (http, scene, by) => await http.Put(
            $"{await scene.AGathering(http)}/questions/{Guid.CreateVersion7()}", by, AVote),
        ["PUT /gatherings/{id}/questions/{questionId}/readiness"] =
            async (http, scene, by) => await http.Put($"{await scene.ADraft(http)}/readiness", by),
        ["PUT /gatherings/{id}/questions/{questionId}/opening"] =
            async (http, scene, by) => await http.Put($"{(await scene.AQuestion(http)).At}/opening", by),
        ["PUT /gatherings/{id}/questions/{questionId}/counting"] =
            async (http, scene, by) => await http.Put($"{(await scene.AQuestion(http)).At}/counting", by),
        ["PUT /gatherings/{id}/questions/{questionId}/closing"] =
            async (http, scene, by) => await http.Put($"{(await scene.AQuestion(http)).At}/closing", by),
        ["GET /gatherings/{id}/questions/{questionId}/result"] =
            async (http, scene, by) => await http.Get($"{await AClosedQuestion(http, scene)}/result", by),
        ["GET /gatherings/{id}/questions/{questionId}/released"] =
            async (http, scene, by) => await http.Get($"{await AClosedQuestion(http, scene)}/released", by),
        ["GET /gatherings/{id}/questions/{questionId}/tallies"] =
            async (http, scene, by) => await http.Get($"{(await scene.AQuestion(http)).At}/tallies", by),
        ["GET /gatherings/{id}/questions/{questionId}/tallies/{tallyId} of another"] = async (http, scene, by) =>
        {
            var question = await scene.AQuestion(http);
            var tally = $"{question.At}/tallies/{Guid.CreateVersion7()}";
            (await http.Put(tally, scene.Other, question.Hands(0, 6, 4, 3))).Is(201);
            return await http.Get(tally, by);
        },
        ["PUT /gatherings/{id}/questions/{questionId}/tallies/{tallyId}"] = async (http, scene, by) =>
        {
            var question = await scene.AQuestion(http);
            return await http.Put(
                $"{question.At}/tallies/{Guid.CreateVersion7()}", by, question.Hands(0, 6, 4, 3));
        },
        ["GET /gatherings/{id}/paper"] =
            async (http, scene, by) => await http.Get($"{await scene.AGathering(http)}/paper", by),
        ["PUT /gatherings/{id}/tables/{tableId}/slips"] = async (http, scene, by) =>
        {
            var question = await scene.AQuestion(http);
            var slips = $"{question.Gathering}/tables/{question.Tables[0]}/slips";
            return await http.Put(slips, by, new MakeSlips(6));
        },
        ["PUT /gatherings/{id}/tables/{tableId}/code"] = async (http, scene, by) =>
        {
            var question = await scene.AQuestion(http);
            return await http.Put($"{question.Gathering}/tables/{question.Tables[0]}/code", by, new ChangeCode(2));
        },
        ["PUT /gatherings/{id}/questions/{questionId}/slips"] = async (http, scene, by) =>
        {
            var question = await scene.AQuestion(http);
            var slip = (await scene.Slips(http, question, 0, 1))[0];
            return await http.Put($"{question.At}/slips", by, new SpendSlip(slip, ["A"]));
        },
    };

    private static async Task<string> AClosedQuestion(ApiClient http, Scene scene)
    {
        var question = await scene.AQuestion(http);
        (await http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        return question.At;
    }

    internal static AskQuestion AVote { get; } = new()
    {
        Kind = QuestionKind.Vote, Text = RunningArea.Canary, Options = [$"One {RunningArea.Canary}", "Two"],
    };

    internal static PlanGathering APlan(params GroupId[] groups) => new()
    {
        Title = RunningArea.Canary,
        HeldOn = RunningArea.Today.AddDays(7),
        StartsAt = new(14, 0),
        Minutes = 150,
        Place = RunningArea.Canary,
        Groups = [.. groups],
    };
}
