using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Gateway.Gatherings;

/// <summary>What people liked, with the steps that were written down to do it.</summary>
/// <param name="Option">What they liked.</param>
/// <param name="Steps">The steps that come from it and were not given up.</param>
public sealed record LikedOption(OptionResult Option, IReadOnlyList<NextStepDetails> Steps)
{
    /// <summary>What people liked of a question about voices, in the order of the result.</summary>
    public static IReadOnlyList<LikedOption> Of(QuestionResult result, IEnumerable<NextStepDetails> steps)
    {
        var known = steps.Where(step => step.State != NextStepState.Dropped).ToLookup(step => step.Says.From);
        return
        [
            .. result.ListLiked()
                .Select(option => new LikedOption(option, [.. known[new(result.Id, option.Box)]])),
        ];
    }
}
