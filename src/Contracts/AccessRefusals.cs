namespace PeerNet.Contracts;

/// <summary>Refusals that depend on who is calling, whatever the noun.</summary>
public static class AccessRefusals
{
    /// <summary>The code of the 401 for a caller who is not signed in.</summary>
    public const string SignInNeeded = "access.sign-in-needed";

    /// <summary>403: only leads of the group and coordinators of the area may do this.</summary>
    public static Refusal LeadsOnly { get; } = Refusal.Forbidden(
        "access.leads-only",
        "Only a lead of this group or a coordinator can do this",
        "Ask a lead of the group or a coordinator of the area to do it.");

    /// <summary>403: only coordinators of the area may do this.</summary>
    public static Refusal CoordinatorsOnly { get; } = Refusal.Forbidden(
        "access.coordinators-only",
        "Only a coordinator of this area can do this",
        "Ask a coordinator of the area to do it.");

    /// <summary>403: only the person themselves, or someone who may act for them, may do this.</summary>
    public static Refusal NotYours { get; } = Refusal.Forbidden(
        "access.not-yours",
        "You cannot do this for someone else",
        "Ask the person themselves, a lead of the group or a coordinator of the area to do it.");
}
