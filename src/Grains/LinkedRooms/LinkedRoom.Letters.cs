using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Letters from other areas, and what this one sends to the sum.</summary>
internal sealed partial record LinkedRoom
{
    /// <inheritdoc/>
    public Next<LinkedRoom> Receive(Message message, AreaId home, int number, DateTimeOffset now) => message switch
    {
        RoomAsked asked => Receive(asked, London.DayOf(now)),
        RoomAnswered answered => Receive(answered, home),
        QuestionShared shared => Receive(shared, home),
        RoomReady ready => Receive(ready, home),
        SumAsked asked => Receive(asked, home),
        SumSent sent => Receive(sent, home),
        SumDone done => Receive(done, home),
        _ => LinkRefusals.Misdirected,
    };

    /// <summary>
    /// If the host has no room for us any more, we do not take part. If our gathering has no room for a question, it
    /// never will have, and its keepers see here that it is missing there.
    /// </summary>
    public Next<LinkedRoom>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now)
    {
        if (message is QuestionBrought && code == RecordRefusals.Full.Code) return this;
        if (message is not RoomAnswered { Joins: true } || code != LinkedRoomRefusals.Full.Code) return null;
        return this with { State = LinkedRoomState.Declined };
    }

    private Next<LinkedRoom> Receive(SumAsked asked, AreaId home)
    {
        if (!IsFromHost(asked, home) || Find(asked.Question) is not { } question) return LinkRefusals.Misdirected;
        if (question.Sum is not null || question.Attempt?.Number >= asked.Attempt) return this;
        if (!LinkedRoomRules.AreParts(asked.Areas, question) || !asked.Areas.Contains(home))
            return LinkRefusals.Misdirected;
        var attempt = new SumAttempt(asked.Attempt, asked.Plain) { Areas = asked.Areas };
        return With(question with { Attempt = attempt }).Answer(asked.Question, home);
    }

    // Sent once for each attempt, as soon as our count and the keys of all others are here. An area sees for itself
    // that enough took part in each: it does not take the host's word for it.
    private Next<LinkedRoom> Answer(QuestionId id, AreaId home)
    {
        if (Host == home || Find(id) is not { Attempt: { } attempt, Count: { IsEnough: true } } question) return this;
        if (attempt.Number <= question.Answered || !MayAnswer(question, attempt, home)) return this;
        var part = OwnPart(question, attempt, home);
        var answered = question with
        {
            Answered = attempt.Number,
            HasHidden = question.HasHidden || part.Blinded is not null,
            HasShown = question.HasShown || part.Plain is not null,
        };
        return ((Next<LinkedRoom>)With(answered))
            .Recall(message => message is SumSent earlier && earlier.Question == id)
            .Send(part);
    }

    private bool MayAnswer(LinkedQuestion question, SumAttempt attempt, AreaId home)
    {
        if (!attempt.IsBlinded) return true;
        return !question.HasShown
            && attempt.Areas.Remove(home).All(area => ReadyOf(question.Id, area) is { IsEnough: true });
    }

    private SumSent OwnPart(LinkedQuestion question, SumAttempt attempt, AreaId home)
    {
        var part = new SumSent
        {
            From = home, To = Host!.Value, Gathering = Id, Question = question.Id, Attempt = attempt.Number,
        };
        if (question.Count is not { } count) return part;
        if (attempt.IsBlinded) return part with { Blinded = Blinding.Write(Hidden(question, attempt, home)) };
        var isPlain = attempt is { IsPlain: true, Areas.Length: 2 } && !question.HasHidden;
        return part with { Plain = isPlain ? count.Shown : null, Finding = count.Finding, Stands = count.Stands };
    }

    private ImmutableArray<uint> Hidden(LinkedQuestion question, SumAttempt attempt, AreaId home)
    {
        var masks = attempt.Areas.Remove(home).ToDictionary(area => area, area => question.Key!.MasksWith(
            ReadyOf(question.Id, area)!.Key, Id, question.Id, attempt.Number, question.Numbers));
        return Blinding.Hide(home, question.Count!.All, masks);
    }

    private Next<LinkedRoom> Receive(SumDone done, AreaId home)
    {
        if (!IsFromHost(done, home) || Find(done.Question) is not { } question) return LinkRefusals.Misdirected;
        if (question.Sum is not null) return this;
        if (!LinkedRoomRules.IsDone(done, question)) return LinkRefusals.Misdirected;
        return Over(question, new RoomSum
        {
            Areas = done.Areas,
            Missing = done.Missing,
            TooFew = done.TooFew,
            Total = done.Total,
            Sides = done.Sides,
        });
    }
}
