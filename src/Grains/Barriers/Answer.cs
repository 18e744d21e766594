using System.Collections.Immutable;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>What a role answered, what it added, and what groups say about it.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Says">The answer, which stays as it is.</param>
/// <param name="At">When it was given.</param>
internal sealed record Answer(AnswerId Id, AnswerBarrier Says, DateTimeOffset At)
{
    /// <summary>What the role added, oldest first.</summary>
    [MaxItems(BarrierFields.MaxAdditions)]
    public ImmutableArray<AdditionDetails> Additions { get; init; } = [];

    /// <summary>What each group last said about whether it helped.</summary>
    [MaxItems(BarrierFields.MaxGroups + 1)]
    public ImmutableArray<GroupSays> Helped { get; init; } = [];

    /// <summary>What a group last said, or null.</summary>
    public Helped? Said(GroupId group) => Helped.FirstOrDefault(one => one.Group == group)?.Said;

    /// <summary>The same with more from the role.</summary>
    public Answer With(AdditionDetails addition) => this with { Additions = Additions.Add(addition) };

    /// <summary>The same with what a group says now.</summary>
    public Answer With(GroupSays says) =>
        this with { Helped = Helped.RemoveAll(one => one.Group == says.Group).Add(says) };

    /// <summary>The answer for everybody; of other groups nobody sees which said what.</summary>
    public AnswerDetails Seen(GroupId raiser)
    {
        var others = Helped.Where(one => one.Group != raiser).Select(one => one.Said).Distinct().Order();
        return new()
        {
            Id = Id, Says = Says, At = At, Additions = Additions, Helped = Said(raiser), OthersSay = [.. others],
        };
    }
}

/// <summary>What a group says about an answer.</summary>
/// <param name="Group">The group.</param>
/// <param name="Said">Whether it helped.</param>
internal sealed record GroupSays(GroupId Group, Helped Said);
