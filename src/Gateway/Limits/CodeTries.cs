using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Limits;

/// <summary>
/// Tries codes on paper. A mistyped one is refused before anything is looked up; whoever enters too many that do not
/// exist has to wait, because they may be guessing.
/// </summary>
internal sealed class CodeTries(IOptions<GatewayOptions> options, PaperLimits limits)
{
    /// <summary>Reads what somebody typed and looks it up.</summary>
    public async Task<Result<T>> Try<T>(
        HttpContext http, string? typed, int length, Func<string, Task<Result<T>>> look)
    {
        if (!PaperCode.TryRead(typed, length, out var code)) return RequestRefusals.MistypedCode;
        if (options.Value.Limits.Enabled && !HasLeft(http, 0)) return RequestRefusals.TooMany;
        var found = await look(code);
        if (found.Refused(out var refusal, out _) && refusal.Code == GatheringRefusals.UnknownCode.Code)
            HasLeft(http, 1);
        return found;
    }

    /// <summary>The problem of a try that failed.</summary>
    public static ProblemHttpResult Refuse(HttpContext http, Refusal refusal)
    {
        if (refusal.Code == RequestRefusals.TooMany.Code) return TooMany.Refuse(http, RequestLimits.Wait);
        return refusal.Code == RequestRefusals.MistypedCode.Code
            ? refusal.ToProblem(StatusCodes.Status400BadRequest)
            : refusal.ToProblem();
    }

    private bool HasLeft(HttpContext http, int permits)
    {
        using var lease = limits.WrongCodes.AttemptAcquire(http, permits);
        return lease.IsAcquired;
    }
}
