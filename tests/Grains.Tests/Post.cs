using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests;

/// <summary>
/// A way between two areas that loses letters, brings them twice and late and in any order, and loses answers.
/// </summary>
internal sealed class Post(params IPostbox[] boxes)
{
    private readonly List<Letter> late = [];

    /// <summary>One of the waiting letters is sent, and some of this happens to it; chance is any number.</summary>
    public void Carry(int chance)
    {
        var waiting = boxes.SelectMany(box =>
            box.Waiting.Where(posted => posted.Parked is null).Select(posted => (From: box, Posted: posted))).ToList();
        if (waiting.Count == 0) return;
        var (from, posted) = waiting[chance % waiting.Count];
        var letter = (Letter)posted.Message;
        switch (chance / 64 % 5)
        {
            case 0: break;
            case 1: late.Add(letter); break;
            case 2: late.Add(letter); Deliver(letter); break;
            case 3: Deliver(letter); break;
            default: from.Settle(posted, Deliver(letter)); break;
        }
    }

    /// <summary>A letter long thought lost arrives, perhaps not for the last time.</summary>
    public void BringLate(int chance)
    {
        if (late.Count == 0) return;
        var letter = late[chance % late.Count];
        if (chance / 64 % 2 == 0) late.Remove(letter);
        Deliver(letter);
    }

    /// <summary>
    /// The way is good again: what is under way arrives, then each box is emptied in the order it was filled.
    /// </summary>
    public void Empty()
    {
        foreach (var letter in late) Deliver(letter);
        late.Clear();
        for (var round = 0; boxes.Any(box => box.Waiting.Any(posted => posted.Parked is null)); round++)
        {
            Assert.True(round < 1000, "The areas never stop writing to each other.");
            foreach (var box in boxes)
            {
                if (box.Waiting.FirstOrDefault(posted => posted.Parked is null) is { } next)
                    box.Settle(next, Deliver((Letter)next.Message));
            }
        }
    }

    private string? Deliver(Letter letter) => boxes.Single(box => box.IsFor(letter)).Receive(letter);
}

/// <summary>A row that writes letters and takes them in, as its grain would.</summary>
internal interface IPostbox
{
    IEnumerable<Posted> Waiting { get; }

    bool IsFor(Letter letter);

    string? Receive(Letter letter);

    void Settle(Posted posted, string? refused);
}

/// <summary>A row and the letters that are for it. Messages at home are taken to be delivered at once.</summary>
internal sealed class Postbox<T>(Row<T> row, AreaId home, Func<Letter, bool> isFor) : IPostbox where T : class, new()
{
    public Row<T> Row { get; private set; } = row;

    public T Record => Row.Record;

    public IEnumerable<Posted> Waiting => Row.Outbox.Where(posted => posted.Message is Letter);

    /// <summary>Does something, and whatever was done is done twice, for every request may come twice.</summary>
    public Refusal? Do(Func<T, Row<T>, Next<T>> transition)
    {
        var first = Once(row => row.After(transition, home, Now));
        if (first is null) Once(row => row.After(transition, home, Now));
        return first;
    }

    public Refusal? Do(Func<T, Next<T>> transition) => Do((record, _) => transition(record));

    public bool IsFor(Letter letter) => isFor(letter);

    public string? Receive(Letter letter)
    {
        var refused = Once(row => row.Receive(letter, home, Now));
        if (refused is not null) return refused.Code;
        var taken = Row;
        Once(row => row.Receive(letter, home, Now));
        Assert.Same(taken, Row);
        return null;
    }

    public void Settle(Posted posted, string? refused)
    {
        var answer = Delivery.Of(posted.Message.Operation, posted.Attempts, refused);
        Once(row => row.Settle(answer, home, Now));
        var settled = Row;
        Once(row => row.Settle(answer, home, Now));
        Assert.Same(settled, Row);
    }

    private Refusal? Once(Func<Row<T>, Result<Row<T>>> transition)
    {
        if (transition(Row).Refused(out var no, out var next)) return no;
        Row = next!;
        return null;
    }
}
