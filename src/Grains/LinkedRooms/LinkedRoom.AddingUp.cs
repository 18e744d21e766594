using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Adding up, at the host.</summary>
internal sealed partial record LinkedRoom
{
    /// <summary>
    /// A keeper has the counts added up, without some areas if need be. Another choice of areas gives up what was sent
    /// so far, until a sum is complete. That is final.
    /// </summary>
    public Next<LinkedRoom> AddUp(QuestionId id, AddUpRooms request, GatheringStanding standing, AreaId home)
    {
        if (standing.State is null) return GatheringRefusals.NotFound;
        if (!standing.IsKeeper) return GatheringRefusals.KeepersOnly;
        if (Host is null) return LinkedRoomRefusals.NotFound;
        if (Host != home) return LinkedRoomRefusals.NotTheHost;
        if (Find(id) is not { } question) return LinkedRoomRefusals.NotShared;
        var others = question.Areas.Remove(home);
        if (LinkedRoomRules.Check(request, others) is { } wrong) return wrong;
        if (question.Sum is { } sum)
            return sum.Missing.ToHashSet().SetEquals(request.Without) ? this : LinkedRoomRefusals.AddedUp;
        if (!question.Areas.Except(request.Without).All(area => HasHandedIn(question, area, home)))
            return LinkedRoomRefusals.NotHandedIn;
        if (question.Attempt is { } present && present.Missing.ToHashSet().SetEquals(request.Without)) return this;
        var attempt = AttemptAt(question, request.Without, home);
        return With(question with { Attempt = attempt, HasHidden = question.HasHidden || attempt.IsBlinded })
            .AskForSum(question, attempt, home)
            .Then(room => room.Complete(id, home));
    }

    private SumAttempt AttemptAt(LinkedQuestion question, ImmutableArray<AreaId> missing, AreaId home)
    {
        var enough = question.Areas.Except(missing)
            .ToLookup(area => area == home ? question.Count!.IsEnough : ReadyOf(question.Id, area)!.IsEnough);
        var isPlain = enough[true].Contains(home) && question is { HasHidden: false, Count.Shown: not null };
        return new((question.Attempt?.Number ?? 0) + 1, isPlain)
        {
            Areas = [.. enough[true]], Missing = missing, TooFew = [.. enough[false]],
        };
    }

    private Next<LinkedRoom> AskForSum(LinkedQuestion question, SumAttempt attempt, AreaId home)
    {
        return ((Next<LinkedRoom>)this)
            .Recall(message => message is SumAsked earlier && earlier.Question == question.Id)
            .Send([.. attempt.Areas.Where(area => area != home).Select(to => new SumAsked
            {
                From = home,
                To = to,
                Gathering = Id,
                Question = question.Id,
                Attempt = attempt.Number,
                Areas = attempt.Areas,
                Plain = attempt.IsPlain,
            })]);
    }

    // What comes late, or for an attempt that was given up, is not stored.
    private Next<LinkedRoom> Receive(SumSent sent, AreaId home)
    {
        if (Host != home || Find(sent.Question) is not { } question) return LinkRefusals.Misdirected;
        if (question.Attempt is not { } attempt || attempt.Number != sent.Attempt) return this;
        if (!attempt.Areas.Contains(sent.From)) return LinkRefusals.Misdirected;
        if (attempt.Sent.Any(known => known.From == sent.From)) return this;
        if (!LinkedRoomRules.IsSum(sent, question, attempt)) return LinkRefusals.Misdirected;
        // Only what counts is stored: nothing else in the letter was checked.
        var part = attempt.IsBlinded
            ? sent with { Plain = null, Finding = null, Stands = null }
            : sent with { Blinded = null };
        var added = attempt with { Sent = attempt.Sent.Add(part) };
        return With(question with { Attempt = added }).Complete(sent.Question, home);
    }

    private Next<LinkedRoom> Complete(QuestionId id, AreaId home)
    {
        if (Find(id) is not { Attempt: { } attempt } question) return this;
        if (attempt.Sent.Length < attempt.Areas.Count(area => area != home)) return this;
        var sum = Adding.Of(attempt, OwnPart(question, attempt, home), question, home);
        var others = question.Areas.Where(area => area != home);
        return Over(question, sum).Send([.. others.Select(to => new SumDone
        {
            From = home,
            To = to,
            Gathering = Id,
            Question = id,
            Attempt = attempt.Number,
            Areas = sum.Areas,
            Missing = sum.Missing,
            TooFew = sum.TooFew,
            Total = sum.Total,
            Sides = sum.Sides,
        })]);
    }

    private Next<LinkedRoom> Over(LinkedQuestion question, RoomSum sum)
    {
        var ready = Ready.RemoveAll(one => one.Question == question.Id);
        return ((Next<LinkedRoom>)(With(question.Done(sum)) with { Ready = ready }))
            .Recall(message => IsNoLongerNeeded(message, question));
    }

    private static bool IsNoLongerNeeded(Message message, LinkedQuestion question) => message switch
    {
        SumAsked asked => asked.Question == question.Id,
        SumSent sent => sent.Question == question.Id,
        RoomReady ready => ready.Question == question.Id,
        _ => false,
    };
}
