using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Worries;

/// <summary>Who may do what with worries. Those of the scene are written by its other member.</summary>
internal sealed class WorryAccess : IAccess
{
    public static string Rows => """
        GET    /worries                                       coordinators 401   403   403   403   403   200   403
        GET    /members/me/worries                            members      401   200   200   200   200   200   200
        GET    /worries/{id} somebody else                    members      401   404   404   404   404   200   404
        GET    /worries/{id} about the caller                 members      401   404   404   404   404   404   404
        PUT    /worries/{id} new                              members      401   201   201   201   201   201   201
        PUT    /worries/{id} somebody else                    members      401   404   404   404   404   404   404
        PUT    /worries/{id}/action                           coordinators 401   403   403   403   403   200   403
        PUT    /worries/{id}/action about the caller          coordinators 401   403   403   403   403   404   403
        PUT    /worries/{id}/answer                           coordinators 401   403   403   403   403   200   403
        PUT    /worries/{id}/answer about the caller          coordinators 401   403   403   403   403   404   403
        """;

    public static Attempts Attempts => new()
    {
        ["GET /worries"] = (http, _, by) => http.Get("worries", by),
        ["GET /members/me/worries"] = (http, _, by) => http.Get("members/me/worries", by),
        ["GET /worries/{id} somebody else"] =
            async (http, scene, by) => await http.Get(await scene.AWorry(http), by),
        ["GET /worries/{id} about the caller"] =
            async (http, scene, by) => await http.Get(await scene.AWorry(http, About(scene, by)), by),
        ["PUT /worries/{id} new"] = (http, scene, by) =>
            http.Put($"worries/{Guid.CreateVersion7()}", by, AboutGroup(scene)),
        ["PUT /worries/{id} somebody else"] =
            async (http, scene, by) => await http.Put(await scene.AWorry(http), by, AboutGroup(scene)),
        ["PUT /worries/{id}/action"] =
            async (http, scene, by) => await http.Put($"{await scene.AWorry(http)}/action", by),
        ["PUT /worries/{id}/action about the caller"] = async (http, scene, by) =>
            await http.Put($"{await scene.AWorry(http, About(scene, by))}/action", by),
        ["PUT /worries/{id}/answer"] =
            async (http, scene, by) => await http.Put($"{await scene.AWorry(http)}/answer", by, AnAnswer),
        ["PUT /worries/{id}/answer about the caller"] = async (http, scene, by) =>
            await http.Put($"{await scene.AWorry(http, About(scene, by))}/answer", by, AnAnswer),
    };

    internal static AnswerWorry AnAnswer { get; } = new($"Thank you {RunningArea.Canary}");

    internal static WriteWorry AboutGroup(Scene scene) =>
        new(WorrySubject.Group, scene.Group.Value, RunningArea.Canary);

    internal static WriteWorry About(Scene scene, Person person) =>
        new(WorrySubject.Person, scene.Self(person).Value, RunningArea.Canary);
}

/// <summary>Worries of the scene's other member.</summary>
internal static class WorriesInAScene
{
    /// <summary>About the scene's group, if nothing else is said.</summary>
    public static async Task<string> AWorry(this Scene scene, ApiClient http, WriteWorry? says = null)
    {
        var at = $"worries/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Other, says ?? WorryAccess.AboutGroup(scene))).Is(201);
        return at;
    }
}
