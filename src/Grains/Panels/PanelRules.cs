using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;

namespace PeerNet.Grains.Panels;

/// <summary>Validates what is set up and what is entered. Refusals never contain the text itself.</summary>
internal static class PanelRules
{
    /// <summary>
    /// Returns a refusal of the first invalid field, or null. A day that it has already stays valid.
    /// </summary>
    public static Refusal? Check(SetUpPanel says, DateOnly? knownDay, DateOnly today)
    {
        return Unless(PanelFields.Title.Allows(says.Title), "title", PanelFields.Title.Detail)
        ?? Unless(
            says.Groups.AreDifferent() && says.Groups.Length is > 0 and <= PanelFields.MaxGroups,
            "groups", $"Use 1 to {PanelFields.MaxGroups} groups, each only once.")
        ?? Unless(
            says.HeldOn == knownDay || IsNear(says.HeldOn, today),
            "heldOn", PanelFields.HeldOnDetail)
        ?? Unless(PanelFields.AreQuestions(says.Questions), "questions", PanelFields.QuestionsDetail)
        ?? Unless(
            says.Candidates is > 0 and <= PanelFields.MaxCandidates,
            "candidates", $"Use 1 to {PanelFields.MaxCandidates}.");
    }

    /// <summary>The same for a sheet, which has exactly the questions of the panel.</summary>
    public static Refusal? Check(EnterSheet sheet, ImmutableArray<PanelQuestion> questions)
    {
        if (!AreTheSame(sheet.Answers, questions)) return PanelRefusals.OtherQuestions;
        return Unless(sheet.Answers.All(PanelFields.AreThumbs), "answers", PanelFields.ThumbsDetail)
        ?? Unless(sheet.Answers.All(PanelFields.AreReasons), "answers", PanelFields.ReasonsDetail);
    }

    private static bool AreTheSame(ImmutableArray<CountedThumbs> answers, ImmutableArray<PanelQuestion> questions)
    {
        return !answers.IsDefault && answers.Length == questions.Length && answers.All(answer => answer is not null)
            && questions.All(question => answers.Any(answer => answer.QuestionId == question.Id));
    }

    private static bool IsNear(DateOnly day, DateOnly today)
    {
        return day >= today.AddDays(-PanelFields.MaxDaysAgo)
            && day <= today.AddDays(PanelFields.MaxDaysAhead);
    }

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : PanelRefusals.Invalid(field, detail);
}
