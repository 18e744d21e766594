using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests;

/// <summary>Groups that a test begins over HTTP.</summary>
internal static class NewGroups
{
    /// <summary>
    /// Begins a group, and waits until the record of whoever begins it knows it: a group answers before it has told its
    /// people.
    /// </summary>
    public static async Task<GroupId> Begin(
        this ApiClient http, Person lead, GroupDescription? description = null, GroupId? id = null)
    {
        var group = id ?? new GroupId(Guid.CreateVersion7());
        (await http.Put($"groups/{group}", lead, description ?? Scene.Description)).Is(201);
        await RunningArea.Until(async () =>
            (await http.Get("members/me", lead)).Text.Contains($"{group}", StringComparison.Ordinal));
        return group;
    }
}
