using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.NextSteps;

/// <summary>What the groups of next steps are called.</summary>
internal static class StepReading
{
    /// <summary>The names of every group that the steps name; a group that is not there has none.</summary>
    public static async Task<GroupNames> NamesOf(this Home home, IEnumerable<NextStepDetails> steps, Caller by) =>
        new(await home.ReadNames(steps.SelectMany(GroupsOf), by));

    private static IEnumerable<GroupId> GroupsOf(NextStepDetails step)
    {
        GroupId?[] named = [step.Says.GroupId, step.Says.OwnerId, step.OwnerId];
        var spoke = (step.Entries ?? []).Select(entry => entry.GroupId);
        return [.. step.Says.For, .. step.Yours?.LikeFor ?? [], .. named.Concat(spoke).OfType<GroupId>()];
    }
}

/// <summary>What groups are called.</summary>
/// <param name="Known">The names of those that are there.</param>
public sealed record GroupNames(IReadOnlyDictionary<GroupId, string> Known)
{
    /// <summary>The name of a group, or null if it is not there.</summary>
    public string? Of(GroupId group) => Known.GetValueOrDefault(group);
}
