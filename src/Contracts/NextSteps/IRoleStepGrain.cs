namespace PeerNet.Contracts.NextSteps;

/// <summary>
/// What a role that is asked for a next step says. Refusals have a code of <see cref="NextStepRefusals"/> or
/// <see cref="Barriers.RoleRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.next-step.role"), Alias("peernet.next-step.role")]
public interface IRoleStepGrain : IGrainWithStringKey
{
    /// <summary>The role takes it on, as whoever answers for it has read it.</summary>
    [Alias("take-on-as-role")]
    Task<Result<NextStepDetails>> TakeOnAsRole(Caller by, IfMatch ifMatch = default);

    /// <summary>The role says no, and why. Any group can take the step on then.</summary>
    [Alias("decline")]
    Task<Result<NextStepDetails>> Decline(DeclineNextStep decline, Caller by, IfMatch ifMatch = default);

    /// <summary>The role that has taken it on says what has moved.</summary>
    [Alias("tell-as-role")]
    Task<Result<Written<NextStepDetails>>> TellAsRole(
        NewsId news, TellRoleNews tell, Caller by, IfMatch ifMatch = default);
}
