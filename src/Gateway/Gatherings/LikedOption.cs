using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What a room liked, with the steps that were written down to do it.</summary>
/// <param name="Option">What it liked.</param>
/// <param name="Steps">The steps that came from it.</param>
public sealed record LikedOption(OptionResult Option, IReadOnlyList<NextStepDetails> Steps)
{
    // Without figures, what comes last may be liked by nobody.
    private const int Places = 3;

    /// <summary>Whether nothing is written down that somebody can still do; a wish says itself what it needs.</summary>
    public bool NeedsOwner => Steps.All(step => step.State == NextStepState.Dropped);

    /// <summary>What a room liked of a question about voices, in the order of the result.</summary>
    public static IReadOnlyList<LikedOption> Of(QuestionResult result, IEnumerable<NextStepDetails> steps)
    {
        var known = steps.ToLookup(step => step.Says.From);
        return
        [
            .. result.Options
                .Where(IsLiked)
                .Select(option => new LikedOption(option, [.. known[new(result.Id, option.Box)]])),
        ];
    }

    private static bool IsLiked(OptionResult option) =>
        option.Place is { } place && (option.Voices is { } voices ? voices > 0 : place <= Places);
}
