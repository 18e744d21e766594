using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>Practices of the scene's group, alone or with others.</summary>
internal static class PracticesInAScene
{
    /// <summary>What those groups have done.</summary>
    public static TellPractice APractice(params GroupId[] groups) => new()
    {
        WeDid = $"We rang everybody {RunningArea.Canary}",
        Changed = $"Seven came back {RunningArea.Canary}",
        WasHard = RunningArea.Canary,
        Layer = Layer.Individual,
        Groups = [.. groups],
    };

    /// <summary>One that a member has told for the scene's group, and others if any are given.</summary>
    public static async Task<string> ATold(this Scene scene, ApiClient http, params GroupId[] others)
    {
        var at = $"practices/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Member, APractice([scene.Group, .. others]))).Is(201);
        return at;
    }

    /// <summary>One of the scene's group alone, which everybody can read.</summary>
    public static async Task<string> AShown(this Scene scene, ApiClient http)
    {
        var at = await scene.ATold(http);
        (await http.Put($"{at}/agreements/{scene.Group}", scene.Lead)).Is(200);
        return at;
    }

    /// <summary>One of a group that the scene's other member leads, which everybody can read.</summary>
    public static async Task<string> AShownByAnother(this Scene scene, ApiClient http)
    {
        var group = await scene.ASecondGroup(http);
        var at = $"practices/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Other, APractice(group))).Is(201);
        (await http.Put($"{at}/agreements/{group}", scene.Other)).Is(200);
        return at;
    }
}
