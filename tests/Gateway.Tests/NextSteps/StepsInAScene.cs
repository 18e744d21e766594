using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>Next steps of the scene's group and of one that its other member leads.</summary>
internal static class StepsInAScene
{
    /// <summary>What one says that a group writes down, for itself and for another.</summary>
    public static WriteNextStep AStep(GroupId group, GroupId other) => new()
    {
        Text = $"Ask for a bus stop {RunningArea.Canary}",
        Layer = Layer.System,
        DueOn = RunningArea.Today.AddDays(200),
        Cost = StepCost.Time,
        GroupId = group,
        For = [other, group],
    };

    /// <summary>A wish that the scene's lead has written down.</summary>
    public static async Task<string> AWish(this Scene scene, ApiClient http, GroupId? other = null)
    {
        var at = $"next-steps/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Lead, AStep(scene.Group, other ?? await scene.AGroupOfOther(http)))).Is(201);
        return at;
    }

    /// <summary>A wish that another group has written down, which the scene's other member leads.</summary>
    public static async Task<string> AWishOfAnother(this Scene scene, ApiClient http)
    {
        var at = $"next-steps/{Guid.CreateVersion7()}";
        var owner = await scene.ASecondGroup(http);
        (await http.Put(at, scene.Other, AStep(owner, scene.Group))).Is(201);
        return at;
    }

    /// <summary>A wish that is put to a role, which the scene's stranger answers for.</summary>
    public static async Task<string> AWishForARole(this Scene scene, ApiClient http)
    {
        var at = $"next-steps/{Guid.CreateVersion7()}";
        var says = AStep(scene.Group, await scene.AGroupOfOther(http)) with { OwnerRoleId = await scene.ARole(http) };
        (await http.Put(at, scene.Lead, says)).Is(201);
        return at;
    }

    /// <summary>A step that the role has taken on.</summary>
    public static async Task<string> AStepOfARole(this Scene scene, ApiClient http)
    {
        var at = await scene.AWishForARole(http);
        (await http.Put($"{at}/role-owner", scene.Stranger)).Is(200);
        return at;
    }

    /// <summary>A group of the scene's other member.</summary>
    public static Task<GroupId> AGroupOfOther(this Scene scene, ApiClient http) => http.Begin(scene.Other);

    /// <summary>One that the scene's group has taken on.</summary>
    public static async Task<string> AnOpenStep(this Scene scene, ApiClient http, GroupId? other = null)
    {
        var at = await scene.AWish(http, other);
        (await http.Put($"{at}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
        return at;
    }

    /// <summary>One for the scene's group, which a group that its other member leads has done.</summary>
    public static async Task<string> AStepDoneByAnother(this Scene scene, ApiClient http)
    {
        var owner = await scene.ASecondGroup(http);
        var at = $"next-steps/{Guid.CreateVersion7()}";
        (await http.Put(at, scene.Other, AStep(owner, scene.Group))).Is(201);
        (await http.Put($"{at}/owner", scene.Other, new TakeOnNextStep(owner))).Is(200);
        (await http.Put($"{at}/done", scene.Other)).Is(200);
        return at;
    }
}
