namespace PeerNet.Contracts;

/// <summary>The refusals that do not depend on the noun.</summary>
public static class AccessRefusals
{
    /// <summary>401: nobody is signed in.</summary>
    public const string SignInNeeded = "access.sign-in-needed";

    /// <summary>403: this is for leads of the group and coordinators of the area.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden("access.leads-only", "This is for a lead of the group or a coordinator of the area");

    /// <summary>403: this is for coordinators of the area.</summary>
    public static Refusal CoordinatorsOnly { get; } = Refusal.Forbidden("access.coordinators-only", "This is for a coordinator of the area");

    /// <summary>403: this is for the person themselves or someone who may act for them.</summary>
    public static Refusal NotYours { get; } = Refusal.Forbidden("access.not-yours", "This is for the person themselves, a lead of the group or a coordinator of the area");
}
