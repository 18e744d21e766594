using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Sentences;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Sentences;

/// <summary>What a table says, or what tables say together. Nobody's name is beside it.</summary>
internal sealed record Sentence
{
    /// <summary>The ID.</summary>
    public SentenceId Id { get; init; }

    /// <summary>What it says, and what it comes from.</summary>
    public required WriteSentence Says { get; init; }

    /// <summary>How often what it says was written.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The tables that have agreed to this text.</summary>
    [MaxItems(GatheringFields.MaxTables)]
    public ImmutableArray<TableId> Agreed { get; init; } = [];

    /// <summary>Those of them that agreed that anyone can read it.</summary>
    [MaxItems(GatheringFields.MaxTables)]
    public ImmutableArray<TableId> ForAllAreas { get; init; } = [];

    /// <summary>Whether people can vote on it, so that it stays as it is.</summary>
    public bool IsVotable { get; init; }

    /// <summary>Whether it is withdrawn.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The groups whose keepers have taken words out of it.</summary>
    [MaxItems(GatheringFields.MaxGroups)]
    public ImmutableArray<GroupId> TakenOutFor { get; init; } = [];

    /// <summary>Whether a coordinator has taken words out of it.</summary>
    public bool IsTakenOutByArea { get; init; }

    /// <summary>Whether there is anything left to read.</summary>
    public bool IsReadable => TakenOut.IsReadable(Says.Text);

    /// <summary>Whether another can be joined from it.</summary>
    public bool CanBeJoined => IsVotable && !IsWithdrawn;

    /// <summary>The same with another text, to which no table has agreed yet.</summary>
    public Sentence Saying(WriteSentence says)
    {
        var next = this with { Says = says, Version = Version + 1 };
        return says.Text == Says.Text ? next : next with { Agreed = [], ForAllAreas = [] };
    }

    /// <summary>Who can read it, as far as a table is concerned.</summary>
    public Readers ReadersOf(TableId table) => ForAllAreas.Contains(table) ? Readers.AllAreas : Readers.MyArea;

    /// <summary>The same with the yes of a table, whose latest word says who can read it.</summary>
    public Sentence AgreedBy(TableId table, Readers readers)
    {
        if (Agreed.Contains(table) && ReadersOf(table) == readers) return this;
        return this with
        {
            Agreed = Agreed.Contains(table) ? Agreed : Agreed.Add(table),
            ForAllAreas = readers == Readers.AllAreas ? ForAllAreas.Add(table) : ForAllAreas.Remove(table),
        };
    }

    /// <summary>The same without those words, as whole words and whatever their capitals.</summary>
    /// <param name="words">The words.</param>
    /// <param name="keeper">The group whose keeper takes them out; null for a coordinator.</param>
    public Sentence Without(string words, GroupId? keeper)
    {
        var text = TakenOut.Of(Says.Text, words);
        if (text == Says.Text) return this;
        var taken = this with { Says = Says with { Text = text }, Version = Version + 1 };
        if (keeper is not { } group) return taken with { IsTakenOutByArea = true };
        return TakenOutFor.Contains(group) ? taken : taken with { TakenOutFor = TakenOutFor.Add(group) };
    }
}
