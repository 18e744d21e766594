using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Questions that all areas ask.</summary>
internal sealed partial record LinkedRoom
{
    /// <summary>A keeper of the host shares a question that its keepers have agreed on.</summary>
    public Next<LinkedRoom> Share(QuestionId id, GatheringDetails gathering, AreaId home)
    {
        if (!IsKept(gathering)) return GatheringRefusals.KeepersOnly;
        if (Host is null) return LinkedRoomRefusals.NotFound;
        if (Host != home) return LinkedRoomRefusals.NotTheHost;
        if (Find(id) is not null) return this;
        if (gathering.Questions.FirstOrDefault(one => one.Id == id) is not { } asked)
            return GatheringRefusals.QuestionNotFound;
        if (asked.State is not (QuestionState.Ready or QuestionState.Open)
            || !LinkedRoomFields.CanBeAdded(asked.Asks.Kind)) return LinkedRoomRefusals.CannotBeShared;
        var asks = ToShare(asked.Asks);
        if (GatheringRules.CheckHeard(asks) is { } wrong) return wrong;
        if (GatheringFields.AreAlike(asks.Options)) return LinkedRoomRefusals.OptionsAlike;
        var question = new LinkedQuestion { Id = id, Asks = asks, Areas = [home, .. Joined] };
        return (this with { Questions = Questions.Add(question) }).Tell(question, home);
    }

    /// <summary>
    /// What is kept here says what our own gathering says, once its plan has changed, it was cancelled, or words were
    /// taken out of it. Other areas are sent the plan; a question that they have stays with them as it came.
    /// </summary>
    public Next<LinkedRoom> Follow(GatheringDetails gathering, AreaId home)
    {
        if (Host is null || State != LinkedRoomState.Joined) return this;
        var following = gathering.Questions.Aggregate((Next<LinkedRoom>)this, (next, question) =>
            next.Then(room => room.Follow(question, home)));
        return Host == home ? following.Then(room => room.TellPlan(PlanOf(gathering), home)) : following;
    }

    private Next<LinkedRoom> Follow(QuestionDetails question, AreaId home)
    {
        if (Find(question.Id) is not { } known) return this;
        var asks = ToShare(question.Asks);
        if (PeerNetJson.Same(known.Asks, asks)) return this;
        var changed = known with { Asks = asks };
        // What waits to be sent goes with the new text.
        return Host == home ? With(changed).Tell(changed, home) : With(changed);
    }

    // Sentences and earlier rounds stay at home; only the text crosses.
    private static AskQuestion ToShare(AskQuestion asks) => asks with { Sentences = [], Before = null };

    // One that joins later gets what was shared before, unless it is being added up.
    private Next<LinkedRoom> ShareWith(AreaId area, AreaId home)
    {
        var open = Questions.Where(question => question is { Sum: null, Attempt: null })
            .Select(question => question with { Areas = question.Areas.Add(area) });
        return open.Aggregate((Next<LinkedRoom>)this, (next, question) => next
            .Then(room => room.With(question).Tell(question, home))
            .Then(room => room.SayReady(question, [area], home)));
    }

    private Next<LinkedRoom> Tell(LinkedQuestion question, AreaId home)
    {
        var others = question.Areas.Where(area => area != home);
        return this.Send([.. others.Select(to => new QuestionShared
        {
            From = home,
            To = to,
            Gathering = Id,
            Question = question.Id,
            CountedAs = question.Asks.Kind,
            Text = question.Asks.Text,
            EasyText = question.Asks.EasyText,
            Options = question.Asks.Options,
            Areas = question.Areas,
            Clip = question.Asks.Clip,
        })]);
    }

    private Next<LinkedRoom> Receive(QuestionShared shared, AreaId home)
    {
        if (!IsFromHost(shared, home)) return LinkRefusals.Misdirected;
        if (LinkedRoomRules.Check(shared, home) is { } wrong) return wrong;
        // What is known stays as it came, so nobody reads what it says now.
        if (Find(shared.Question) is not { } known) return Bring(shared);
        var added = shared.Areas.Except(known.Areas).ToImmutableArray();
        if (added.IsEmpty || known.Sum is not null) return this;
        if (known.Areas.Length + added.Length > LinkedRoomFields.MaxAreas) return LinkRefusals.Misdirected;
        var question = known with { Areas = [.. known.Areas, .. added] };
        return With(question).SayReady(question, added, home);
    }

    private Next<LinkedRoom> Bring(QuestionShared shared)
    {
        if (LinkedRoomRules.CheckAsked(shared) is { } wrong) return wrong;
        var asks = LinkedRoomRules.Asked(shared);
        var question = new LinkedQuestion { Id = shared.Question, Asks = asks, Areas = shared.Areas };
        return (this with { Questions = Questions.Add(question) }).Send(
            new QuestionBrought { Gathering = Id, Question = shared.Question, Asks = asks });
    }

    private bool IsFromHost(Letter letter, AreaId home) =>
        Host == letter.From && Host != home && State == LinkedRoomState.Joined;
}
