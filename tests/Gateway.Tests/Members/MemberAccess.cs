using PeerNet.Contracts.Members;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>Who may do what with people.</summary>
internal sealed class MemberAccess : IAccess
{
    private static readonly MemberProfile Profile = new() { Name = $"Kim {RunningArea.Canary}" };

    public static string Rows => """
        GET    /members/me                  members       401   200   200   200   200   200   200
        GET    /members/me/home             members       401   200   200   200   200   200   200
        GET    /members/me/views            members       401   200   200   200   200   200   200
        GET    /members/{id} themselves     members       401   200   200   200   200   200   200
        GET    /members/{id} of the group   members       401   404   404   200   200   200   404
        GET    /members/{id} who has asked  members       401   404   404   404   200   200   404
        GET    /members/{id} who is invited members       401   404   404   404   404   200   404
        PUT    /members/{id} new            members       401   403   403   403   201   201   403
        PUT    /members/{id} themselves     members       401   200   200   200   200   200   200
        PUT    /members/{id} of the group   members       401   403   403   403   404   200   403
        DELETE /members/{id} themselves     members       401   204   204   204   204   204   204
        DELETE /members/{id} of the group   members       401   404   404   404   404   204   404
        """;

    public static Attempts Attempts => new()
    {
        ["GET /members/me"] = (http, _, by) => http.Get("members/me", by),
        ["GET /members/me/home"] = (http, _, by) => http.Get("members/me/home", by),
        ["GET /members/me/views"] = (http, _, by) => http.Get("members/me/views", by),
        ["GET /members/{id} themselves"] = (http, scene, by) => http.Get($"members/{scene.Self(by)}", by),
        ["GET /members/{id} of the group"] = (http, scene, by) => http.Get($"members/{scene.Other.Id}", by),
        ["GET /members/{id} who has asked"] = async (http, scene, by) =>
        {
            var asking = await scene.SomebodyWhoAsks();
            return await http.Get($"members/{asking.Id}", by);
        },
        ["GET /members/{id} who is invited"] = async (http, scene, by) =>
        {
            var invited = await scene.SomebodyWhoIsInvited();
            return await http.Get($"members/{invited.Id}", by);
        },
        ["PUT /members/{id} new"] = (http, _, by) => http.Put($"members/{Guid.CreateVersion7()}", by, Profile),
        ["PUT /members/{id} themselves"] = (http, scene, by) => http.Put($"members/{scene.Self(by)}", by, Profile, "*"),
        ["PUT /members/{id} of the group"] =
            (http, scene, by) => http.Put($"members/{scene.Other.Id}", by, Profile, "*"),
        ["DELETE /members/{id} themselves"] = (http, scene, by) => http.Delete($"members/{scene.Self(by)}", by),
        ["DELETE /members/{id} of the group"] = (http, scene, by) => http.Delete($"members/{scene.Other.Id}", by),
    };
}
