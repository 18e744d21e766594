using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>A wish that other groups like, and that needs an owner.</summary>
public sealed class LikingTests
{
    [Fact]
    public void Another_group_likes_a_wish_once_and_the_day_of_the_first_stays()
    {
        var liked = AWish().Like(Neighbours, In(Neighbours), Now).Yes();
        Assert.Same(liked, liked.Like(Neighbours, In(Neighbours), Now.AddDays(1)).Yes());
        var twice = liked.Like(Bystanders, In(Bystanders), Now.AddDays(2)).Yes();
        Assert.Equal([Neighbours, Bystanders], twice.LikedBy);
        var seen = twice.SeenBy(BySam, Known, 1, Now).Yes();
        Assert.Equal((new FewOrMore(true, null), Today, true), (seen.Likes, seen.LikedOn, seen.NeedsOwner));
        Assert.False(AWish().ListedOn(Today)!.NeedsOwner);
    }

    [Fact]
    public void What_people_liked_at_a_gathering_needs_an_owner_from_the_day_on_which_it_is_written_down()
    {
        var says = AText with { From = new(new(TheStep.Value), "A"), GatheringId = new(TheStep.Value) };
        var wish = Write(new(), says, IfMatch.None, day: 0);
        Assert.Equal((true, Today, FewOrMore.None), (Of(wish).NeedsOwner, Of(wish).LikedOn, Of(wish).Likes));
        Assert.False(Of(wish.TakeOn(TheGroup, Leads, Now).Yes()).NeedsOwner);
        // Counts that come late may say something else, and the step may be changed all the same.
        var changed = Write(wish, says with { Text = "Ask again" }, IfMatch.Any, day: 3, voiced: false);
        Assert.Equal((says.From, Today), (changed.Says!.From, Of(changed).LikedOn));
        var other = Write(changed, says with { From = null }, IfMatch.Any, day: 4, voiced: false);
        Assert.Equal((false, null), (Of(other).NeedsOwner, Of(other).LikedOn));
        var liked = other.Like(Neighbours, In(Neighbours), Now.AddDays(5)).Yes();
        foreach (var from in (VoicedOption?[])[null, says.From])
        {
            var again = Write(liked, says with { From = from, Text = "Ask once more" }, IfMatch.Any, day: 6);
            Assert.Equal(Today.AddDays(5), Of(again).LikedOn);
        }

        static NextStepDetails Of(NextStep step) => step.ListedOn(Today)!;

        static NextStep Write(NextStep step, WriteNextStep says, IfMatch ifMatch, int day, bool voiced = true)
        {
            var can = new Nameable([TheGroup, Neighbours], [TheGroup], voiced ? says.From : null);
            var edition = step.Says is null ? 0 : 1;
            return step.Write(TheStep, says, can, ifMatch, edition, In(TheGroup), Now.AddDays(day)).Yes();
        }
    }

    [Fact]
    public void Only_people_of_another_group_say_that_it_likes_a_wish()
    {
        Assert.Equal("next-step.not-found", new NextStep().Like(Neighbours, In(Neighbours), Now).No());
        Assert.Equal("next-step.own-groups-only", AWish().Like(Neighbours, In(Bystanders), Now).No());
        Assert.Equal("next-step.own", AWish().Like(TheGroup, In(TheGroup), Now).No());
        Assert.Equal("member.not-found", AWish().Like(Neighbours, MemberStanding.None, Now).No());
        Assert.Equal("next-step.state", AnOpenStep().Like(Neighbours, In(Neighbours), Now).No());
    }

    [Fact]
    public void Once_a_group_has_taken_it_on_it_needs_no_owner_and_what_was_liked_stays()
    {
        var wish = AWish();
        var liked = wish.Like(Neighbours, In(Neighbours), Now).Yes();
        var taken = liked.TakeOn(TheGroup, Leads, Now).Yes();
        Assert.Equal((false, true), (taken.ListedOn(Today)!.NeedsOwner, taken.ListedOn(Today)!.Likes.IsAny));
        Assert.Same(taken, taken.Like(Neighbours, In(Neighbours), Now).Yes());
        Assert.NotEqual(wish.Seen(), liked.Seen());
    }

    [Fact]
    public void From_four_groups_on_it_says_how_many()
    {
        var groups = Enumerable.Range(1, 4).Select(Barriers.Barriers.SomeGroup);
        var liked = groups.Aggregate(AWish(), (step, group) => step.Like(group, In(group), Now).Yes());
        Assert.Equal(new FewOrMore(true, 4), liked.ListedOn(Today)!.Likes);
    }

    [Fact]
    public void Those_that_groups_like_come_before_other_wishes_and_after_what_moves()
    {
        var sooner = AWish(AText with { DueOn = Today.AddDays(1) });
        var liked = AWish().Like(Neighbours, In(Neighbours), Now).Yes();
        var listed = StepOrder.Of([sooner, liked, AnOpenStep()], Today);
        Assert.Equal([null, true, false], listed.Select(step => step.Momentum is null ? step.NeedsOwner : (bool?)null));
    }

    [Fact]
    public void Whoever_can_say_that_their_group_likes_it_is_not_refused()
    {
        foreach (var own in new[] { In(TheGroup), In(Neighbours), Leading(Bystanders, TheGroup), Known })
        {
            foreach (var step in new[] { AWish(), AWish().Like(Neighbours, In(Neighbours), Now).Yes(), AnOpenStep() })
            {
                var acts = step.SeenBy(BySam, own, 1, Now).Yes().Yours!;
                Assert.All(new[] { TheGroup, Neighbours, Bystanders }, group =>
                    Assert.Equal(step.Changes(step.Like(group, own, Now)), acts.LikeFor.Contains(group)));
            }
        }
    }
}
