using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>Whatever groups and a role say of a step that the role is asked for.</summary>
public sealed class OfRoleProperties
{
    private static readonly RoleStanding Housing = new("Housing lead", Person(51));
    private static readonly GroupId[] Groups = [TheGroup, Neighbours, Bystanders];
    private static readonly MemberStanding[] Standings = [Known, LeadsNeighbours];
    private static readonly Caller[] Callers = [By(Person(51)), By(Person(51)), BySam];

    // Somebody who speaks for the role: whoever answers for it, with one hat or with two, or somebody else.
    private static readonly Gen<RoleSpeaker> SomeSpeaker =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2]).Select((own, by) => new RoleSpeaker(
            Housing, Standings[own], Callers[by]));

    private static readonly Gen<Act> SomeAct = Gen.Frequency(
        (3, SomeSpeaker.Select(by => new Act("role takes it on", by, step => step.TakeOnAsRole(by, Now)))),
        (2, Gen.Select(SomeSpeaker, Gen.Int[0, 1]).Select((by, why) => new Act(
            $"role says no {why}", by, step => step.Decline(new($"Why {why}"), by, Now)))),
        (2, Gen.Select(SomeSpeaker, Gen.Int[0, 3]).Select((by, news) => new Act(
            $"role tells {news}", by, step => step.TellAsRole(News(news), new($"News {news}"), by, Now)))),
        (3, SomeSpeaker.Select(by => new Act("role says done", by, step => step.SayDone(by.Own, Now, by)))),
        (2, SomeSpeaker.Select(by => new Act(
            "role gives it up", by, step => step.Drop(new("Why"), by.Own, by.By, Now, by)))),
        (3, Gen.Select(SomeSpeaker, Gen.Int[0, 2]).Select((by, group) => new Act(
            $"role says kept for {group}", by, step => step.Keep(Groups[group], by.Own, Now, by)))),
        (2, Gen.Int[0, 2].Select(group => new Act(
            $"{group} takes it on", null, step => step.TakeOn(Groups[group], Leading(Groups[group]), Now)))),
        (2, Gen.Int[0, 2].Select(group => new Act(
            $"{group} says kept", null, step => step.Keep(Groups[group], Leading(Groups[group]), Now)))),
        (2, Gen.Int[0, 2].Select(group => new Act(
            $"{group} likes it", null, step => step.Like(Groups[group], In(Groups[group]), Now)))));

    [Fact]
    public void It_has_one_owner_at_most_and_none_without_a_yes() => Walk((before, act, after) =>
    {
        var isOwned = after.State is not (NextStepState.Wish or NextStepState.Dropped);
        if (isOwned) Assert.True(after.IsOfRole != after.Owner is not null);
        Assert.False(after.IsOfRole && after.Owner is not null);
        if (after.IsOfRole && !before.IsOfRole) Assert.Null(act.By!.WhyNot());
        if (after.Owner is not null) Assert.True(after.HasDeclined);
    });

    [Fact]
    public void A_role_says_only_what_is_its_own_and_never_that_it_was_kept() => Walk((before, act, after) =>
    {
        foreach (var entry in after.Entries.Skip(before.Entries.Length).Where(one => one.RoleName is not null))
            Assert.Null(act.By!.WhyNot());
        if (after.State != NextStepState.Kept || before.State == NextStepState.Kept) return;
        Assert.Null(after.Entries[^1].RoleName);
        Assert.False(after.IsOfRole && act.By is { IsHolder: true }, act.Name);
    });

    [Fact]
    public void Likes_are_a_set_of_other_groups_and_stay() => Walk((before, _, after) =>
    {
        Assert.Equal(after.LikedBy.Distinct(), after.LikedBy);
        Assert.DoesNotContain(TheGroup, after.LikedBy);
        Assert.Equal(before.LikedBy, after.LikedBy.Take(before.LikedBy.Length));
        Assert.Equal(after.LikedBy.IsEmpty, after.LikedAt is null);
    });

    private static void Walk(Action<NextStep, Act, NextStep> always)
    {
        var asked = AText with { OwnerRoleId = new RoleId(TheStep.Value) };
        SomeAct.Array[1, 15].Sample(
            acts =>
            {
                var step = new NextStep().WrittenFor(asked, Housing).Yes();
                foreach (var act in acts)
                {
                    if (act.Do(step).Refused(out _, out var after)) continue;
                    always(step, act, after!);
                    if (!act.Do(after!).Refused(out _, out var again)) Assert.Same(after, again);
                    step = after!;
                }
            },
            iter: 2000,
            print: acts => string.Join("; ", acts.Select(act => act.Name)));
    }

    private sealed record Act(string Name, RoleSpeaker? By, Func<NextStep, Result<NextStep>> Do);
}
