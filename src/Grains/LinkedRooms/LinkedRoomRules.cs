using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Validates requests and letters. Another area is not trusted to send what it may.</summary>
internal static class LinkedRoomRules
{
    // More people than there can be in a room, each with three voices.
    private const int MaxNumber =
        GatheringFields.VoicesEach * LinkedRoomFields.MaxAreas * GatheringFields.MaxTables * GatheringFields.MaxPresent;

    /// <summary>Returns a refusal of the first invalid field of what a host plans, or null.</summary>
    public static Refusal? Check(LinkedPlan plan)
    {
        var isPlan = plan is { Title: not null, Minutes: >= MeetingFields.MinMinutes and <= MeetingFields.MaxMinutes };
        return isPlan && GatheringFields.HeardTitle.Allows(plan.Title) ? null : LinkRefusals.Misdirected;
    }

    /// <summary>The same for the areas that a host shares a question with.</summary>
    public static Refusal? Check(QuestionShared shared, AreaId home)
    {
        if (shared.Areas.IsDefault || shared.Areas.Length > LinkedRoomFields.MaxAreas) return LinkRefusals.Misdirected;
        var areTwo = shared.Areas.Contains(home) && shared.Areas.Contains(shared.From);
        return areTwo && shared.Areas.AreDifferent() ? null : LinkRefusals.Misdirected;
    }

    /// <summary>The same for what it asks.</summary>
    public static Refusal? CheckAsked(QuestionShared shared)
    {
        if (shared.Options.IsDefault || !LinkedRoomFields.CanBeAdded(shared.CountedAs)) return LinkRefusals.Misdirected;
        return GatheringRules.CheckHeard(Asked(shared));
    }

    /// <summary>Returns a refusal of which areas to go on without, or null.</summary>
    public static Refusal? Check(AddUpRooms request, ImmutableArray<AreaId> others)
    {
        var without = request.Without;
        return without.AreDifferent() && without.All(others.Contains)
            ? null
            : LinkedRoomRefusals.Invalid("without", "Use other areas that ask this question, each only once.");
    }

    /// <summary>What a shared question asks.</summary>
    public static AskQuestion Asked(QuestionShared shared) => new()
    {
        Kind = shared.CountedAs, Text = shared.Text, EasyText = shared.EasyText, Options = shared.Options,
        Clip = shared.Clip,
    };

    /// <summary>Whether they are different areas that ask the question.</summary>
    public static bool AreParts(ImmutableArray<AreaId> areas, LinkedQuestion question) =>
        areas.AreDifferent() && areas.All(question.Areas.Contains);

    /// <summary>Whether an area has sent what an attempt needs, and nothing that cannot be right.</summary>
    public static bool IsSum(SumSent sent, LinkedQuestion question, SumAttempt attempt)
    {
        if (attempt.IsBlinded) return sent.Blinded is { } text && Blinding.Read(text, question.Numbers) is not null;
        if (sent is not { Finding: { } finding, Stands: { } stands }) return false;
        if (sent.Plain is { } plain && (!attempt.IsPlain || !AreNumbers(plain, question))) return false;
        return IsSide(finding, stands, question);
    }

    /// <summary>Whether a sum is one of the question.</summary>
    public static bool IsDone(SumDone done, LinkedQuestion question)
    {
        if (done.Areas.IsDefault || done.Missing.IsDefault) return false;
        if (done.TooFew.IsDefault || done.Sides.IsDefault) return false;
        if (!AreParts([.. done.Areas, .. done.Missing, .. done.TooFew], question)) return false;
        if (done.Total is { } total && !AreNumbers(total, question)) return false;
        return done.Sides.All(side => done.Areas.Contains(side.Area) && IsSide(side.Finding, side.Stands, question))
            && done.Sides.Select(side => side.Area).ToImmutableArray().AreDifferent();
    }

    private static bool IsSide(Finding finding, ImmutableArray<string> stands, LinkedQuestion question)
    {
        return IsOfASum(finding) && stands.AreDifferent()
            && stands.All(SheetBoxes.Of(question.Asks).Contains);
    }

    // Of what cannot be added up there is nothing to show.
    private static bool IsOfASum(Finding finding) =>
        Enum.IsDefined(finding) && finding is not (Finding.Mirrored or Finding.NotEnough or Finding.Over);

    private static bool AreNumbers(ImmutableArray<int> numbers, LinkedQuestion question)
    {
        return !numbers.IsDefault && numbers.Length == question.Numbers && numbers[0] > 0
            && numbers.All(number => number is >= 0 and <= MaxNumber);
    }
}
