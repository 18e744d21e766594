using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>The rules for linked gatherings.</summary>
public static class LinkedRoomFields
{
    /// <summary>The maximum number of areas, with the host.</summary>
    public const int MaxAreas = 3;

    /// <summary>The maximum number of gatherings that one area asks another about before it has answered.</summary>
    public const int MaxAsked = 100;

    /// <summary>The maximum number of questions that they share.</summary>
    public const int MaxQuestions = 20;

    /// <summary>
    /// The minimum number of people of each area in a sum: whoever takes away their own area's is left with 8.
    /// </summary>
    public const int MinPeople = 4;

    /// <summary>Whether counts of that kind can be added up.</summary>
    public static bool CanBeAdded(QuestionKind kind) =>
        kind is QuestionKind.Quiz or QuestionKind.Thumbs or QuestionKind.Vote or QuestionKind.Voices;
}
