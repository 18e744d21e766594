using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Members;

namespace PeerNet.Gateway.Barriers;

/// <summary>What the pages of barriers read beside the barrier.</summary>
internal static class BarrierReading
{
    extension(Home home)
    {
        /// <summary>A barrier with everything that its page shows.</summary>
        public async Task<Result<BarrierModel>> ReadBarrier(BarrierId id, Caller by)
        {
            if ((await home.Barrier(id).Get(by)).Refused(out var refusal, out var barrier)) return refusal;
            var groups = await home.ReadOwnGroups(by);
            var names = await home.ReadNames(barrier.Raised is { } raised ? [raised.GroupId] : [], by);
            return new BarrierModel(barrier, names.Values.FirstOrDefault(), groups);
        }
    }
}

/// <summary>A barrier on its page.</summary>
/// <param name="Barrier">The barrier.</param>
/// <param name="Group">What the group is called that raised it; null if it cannot be read.</param>
/// <param name="Groups">The caller's groups.</param>
public sealed record BarrierModel(BarrierDetails Barrier, string? Group, IReadOnlyList<HomeGroup> Groups)
{
    /// <summary>What was typed, by the name of its control.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with it.</summary>
    public Design.FormErrors Errors { get; init; } = Design.FormErrors.None;

    /// <summary>Where it is.</summary>
    public string Url => $"/barriers/{Barrier.Id}";

    /// <summary>The caller's groups that can say "us too".</summary>
    public IReadOnlyList<HomeGroup> CanSayUsToo =>
        [.. Groups.Where(group => !IsRaiser(group) && !Barrier.UsTooOfMine.Contains(group.Id))];

    /// <summary>The caller's groups that can say whether the latest answer helped.</summary>
    public IReadOnlyList<HomeGroup> CanSayHelped
    {
        get
        {
            if (Barrier.Answers.IsEmpty || Barrier.State is BarrierState.Heard) return [];
            return [.. Groups.Where(group => IsRaiser(group) || Barrier.UsTooOfMine.Contains(group.Id))];
        }
    }

    /// <summary>Whether the caller can say by when the role will answer.</summary>
    public bool CanHear => Barrier is { IsForMe: true, State: BarrierState.Raised or BarrierState.Reopened };

    /// <summary>Whether the caller can add to an answer.</summary>
    public bool CanAdd => Barrier is { IsForMe: true, Answers: not [] };

    /// <summary>What the caller typed, if its form is no longer there.</summary>
    public string? NotSaved => CanAdd ? null : Typed.GetValueOrDefault("text");

    /// <summary>Whether the caller can withdraw it.</summary>
    public bool CanWithdraw => Barrier.CanWithdraw && Barrier.State != BarrierState.Withdrawn;

    private bool IsRaiser(HomeGroup group) => Barrier.Raised?.GroupId == group.Id;
}
