using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.Panels;

/// <summary>A panel, for leads of its groups alone. Candidates are letters, in no order but the alphabet's.</summary>
[GenerateSerializer, Immutable, Alias("peernet.panel-details")]
public sealed record PanelDetails : IVersioned
{
    /// <summary>The ID.</summary>
    [Id(0)] public required PanelId Id { get; init; }

    /// <summary>What was set up.</summary>
    [Id(1)] public required SetUpPanel SetUp { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required PanelState State { get; init; }

    /// <summary>The questions with their IDs, in their order.</summary>
    [Id(3)] public ImmutableArray<PanelQuestion> Questions { get; init; } = [];

    /// <summary>The sheets that are in.</summary>
    [Id(4)] public ImmutableArray<SheetDetails> Sheets { get; init; } = [];

    /// <summary>The day on which all of it is gone.</summary>
    [Id(5)] public required DateOnly GoneOn { get; init; }

    /// <summary>The version; it rises with every change.</summary>
    [Id(6)] public int Version { get; init; }

    /// <summary>Whether the caller can end it: they lead the group that set it up.</summary>
    [Id(7)] public bool CanEnd { get; init; }
}

/// <summary>A question of a panel.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Text">What every candidate is asked.</param>
[GenerateSerializer, Immutable, Alias("peernet.panel-question")]
public sealed record PanelQuestion([property: Id(0)] PanelQuestionId Id, [property: Id(1)] string Text);

/// <summary>The state of a panel.</summary>
[GenerateSerializer, Alias("peernet.panel-state")]
public enum PanelState
{
    /// <summary>Leads can change it.</summary>
    Draft,
    /// <summary>The questions are agreed, the same for every candidate. Sheets come in.</summary>
    Agreed,
    /// <summary>All of it is gone. Nobody sees it, not even that it was there.</summary>
    Gone,
}

/// <summary>What the panel made of one candidate's answers.</summary>
[GenerateSerializer, Immutable, Alias("peernet.sheet-details")]
public sealed record SheetDetails : IVersioned
{
    /// <summary>The candidate's letter.</summary>
    [Id(0)] public required Candidate Candidate { get; init; }

    /// <summary>What the panel made of each answer, in the order of the questions.</summary>
    [Id(1)] public ImmutableArray<AnswerReading> Answers { get; init; } = [];

    /// <summary>The version; it rises with every change of this sheet.</summary>
    [Id(2)] public int Version { get; init; }
}

/// <summary>What the panel made of one answer: in words, and in figures if at least five showed a thumb.</summary>
[GenerateSerializer, Immutable, Alias("peernet.answer-reading")]
public sealed record AnswerReading
{
    /// <summary>The question.</summary>
    [Id(0)] public required PanelQuestionId QuestionId { get; init; }

    /// <summary>What came of it, in one word.</summary>
    [Id(1)] public required Finding Finding { get; init; }

    /// <summary>How many thumbs were up; null if there are no figures.</summary>
    [Id(2)] public int? Up { get; init; }

    /// <summary>How many were in the middle; null if there are no figures.</summary>
    [Id(3)] public int? Middle { get; init; }

    /// <summary>How many were down; null if there are no figures.</summary>
    [Id(4)] public int? Down { get; init; }

    /// <summary>What would have made it middle.</summary>
    [Id(5)] public ImmutableArray<string> Reasons { get; init; } = [];
}

/// <summary>The panels of a group.</summary>
/// <param name="Items">The panels, the latest day first; at most 100.</param>
[GenerateSerializer, Immutable, Alias("peernet.panels")]
public sealed record PanelList([property: Id(0)] ImmutableArray<PanelLine> Items)
{
    /// <summary>Whether there are more on earlier days.</summary>
    [Id(1)] public bool HasMore { get; init; }
}

/// <summary>What a list says of a panel.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Title">What it is called.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="State">Its state.</param>
/// <param name="SheetsIn">How many sheets are in.</param>
/// <param name="Candidates">How many candidates there are.</param>
[GenerateSerializer, Immutable, Alias("peernet.panel-line")]
public sealed record PanelLine(
    [property: Id(0)] PanelId Id, [property: Id(1)] string Title, [property: Id(2)] DateOnly HeldOn,
    [property: Id(3)] PanelState State, [property: Id(4)] int SheetsIn, [property: Id(5)] int Candidates);
