using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>The barrier's card, for other areas and visitors, and the words of limits on it.</summary>
internal sealed partial record Barrier
{
    private bool IsForAllAreas => Raised?.Readers == Readers.AllAreas;

    /// <inheritdoc/>
    public BarrierCard? CardIn(AreaId area)
    {
        return Raised is not { } raised || !IsForAllAreas ? null : new()
        {
            Area = area,
            Id = Id,
            Text = raised.Text,
            About = raised.About,
            Layer = raised.Layer,
            RoleName = RoleName!,
            RaisedOn = London.DayOf(RaisedAt!.Value),
            UsToo = FewOrMore.Of(UsToo.Length, UsToo.Length).Number,
            State = State,
            DueOn = DueOn,
            Missed = Missed,
            Answer = Answers.IsEmpty ? null : OnCard(Answers[^1]),
        };
    }

    /// <inheritdoc/>
    public Next<Barrier> Receive(Message message, AreaId home, int number, DateTimeOffset now)
    {
        if (message is not LimitQuoted quoted || quoted.Barrier != Id) return LinkRefusals.Misdirected;
        // Whoever withdrew it has taken every word with it.
        if (!IsForAllAreas || Answers.All(answer => answer.Says.LimitId != quoted.Limit)) return this;
        var known = Limits.FirstOrDefault(one => one.Limit == quoted.Limit);
        if (known?.Version >= quoted.Version) return this;
        var others = Limits.RemoveAll(one => one.Limit == quoted.Limit);
        return this with { Limits = others.Add(new(quoted.Limit, quoted.Says, quoted.Version)) };
    }

    private AnswerOnCard OnCard(Answer answer)
    {
        return new()
        {
            Kind = answer.Says.Kind,
            By = answer.Says.By,
            WhatICan = answer.Says.WhatICan,
            WhatStopsMe = answer.Says.WhatStopsMe,
            WhatIDontKnow = answer.Says.WhatIDontKnow,
            SaidOn = London.DayOf(answer.At),
            Additions = [.. answer.Additions.Select(one => new AdditionOnCard(one.Text, London.DayOf(one.At)))],
            Limit = Limits.FirstOrDefault(one => one.Limit == answer.Says.LimitId)?.Says,
        };
    }
}

/// <summary>What a limit says, for those who read the barrier's card.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Says">What it says.</param>
/// <param name="Version">By which the later of two is told.</param>
internal sealed record QuotedLimit(LimitId Limit, LimitOnCard Says, int Version);
