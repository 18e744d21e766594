using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Tests;

/// <summary>A way between two areas that loses letters, brings them twice and late and in any order, and loses what was answered.</summary>
internal sealed class Post(params IPostbox[] boxes)
{
    private readonly List<Letter> late = [];

    /// <summary>One of the waiting letters is sent, and some of this happens to it; chance is any number.</summary>
    public void Carry(int chance)
    {
        var waiting = boxes.SelectMany(box => box.Waiting.Where(posted => posted.Parked is null).Select(posted => (From: box, posted.Letter))).ToList();
        if (waiting.Count == 0) return;
        var (from, letter) = waiting[chance % waiting.Count];
        switch (chance / 64 % 5)
        {
            case 0: break;
            case 1: late.Add(letter); break;
            case 2: late.Add(letter); Deliver(letter); break;
            case 3: Deliver(letter); break;
            default: from.Settle(letter.Operation, Deliver(letter)); break;
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

    /// <summary>The way is good again: what is under way arrives, then each box is emptied in the order it was filled.</summary>
    public void Empty()
    {
        foreach (var letter in late) Deliver(letter);
        late.Clear();
        for (var round = 0; boxes.Any(box => box.Waiting.Any(posted => posted.Parked is null)); round++)
        {
            Assert.True(round < 1000, "The areas never stop writing to each other.");
            foreach (var box in boxes)
            {
                if (box.Waiting.FirstOrDefault(posted => posted.Parked is null) is { } next) box.Settle(next.Letter.Operation, Deliver(next.Letter));
            }
        }
    }

    private string? Deliver(Letter letter) => boxes.Single(box => box.IsFor(letter)).Receive(letter);
}

/// <summary>A record that writes letters and takes them in, as its grain would.</summary>
internal interface IPostbox
{
    ImmutableArray<PostedLetter> Waiting { get; }

    bool IsFor(Letter letter);

    string? Receive(Letter letter);

    void Settle(OperationId operation, string? refused);
}

/// <summary>A record and how it is written to.</summary>
internal sealed class Postbox<T>(T record, Func<Letter, bool> isFor, Func<T, Letter, Result<T>> receive, Func<T, OperationId, string?, T> settle) : IPostbox
    where T : class, IRecord<T>, IWriting<T>
{
    public T Record { get; private set; } = record;

    public ImmutableArray<PostedLetter> Waiting => Record.Letters;

    /// <summary>Does something, and whatever was done is done twice, for every request may come twice.</summary>
    public Refusal? Do(Func<T, Result<T>> transition)
    {
        var first = Once(transition);
        if (first is null) Once(transition);
        return first;
    }

    public bool IsFor(Letter letter) => isFor(letter);

    public string? Receive(Letter letter)
    {
        var refused = Once(record => receive(record, letter));
        if (refused is not null) return refused.Code;
        var taken = Record;
        Once(record => receive(record, letter));
        Assert.Same(taken, Record);
        return null;
    }

    public void Settle(OperationId operation, string? refused) => Do(record => settle(record, operation, refused));

    private Refusal? Once(Func<T, Result<T>> transition)
    {
        if (transition(Record).Refused(out var no, out var next)) return no;
        if (!ReferenceEquals(next, Record)) Record = next!.At(Record.Version + 1);
        return null;
    }
}
