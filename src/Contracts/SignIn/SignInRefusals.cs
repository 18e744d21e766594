namespace PeerNet.Contracts.SignIn;

/// <summary>Every refusal of signing in.</summary>
public static class SignInRefusals
{
    /// <summary>422: the code is not the last one that was mailed, or has been used, or has expired.</summary>
    public static Refusal Code { get; } = Refusal.Invalid(
        "sign-in.code", "This code does not work",
        detail: "Check the 6 numbers in the newest email. A code works once, for 15 minutes; you can ask for "
            + "another.");

    /// <summary>409: there have been five wrong codes.</summary>
    public static Refusal Locked { get; } = Refusal.Conflict(
        "sign-in.locked", "There have been too many wrong codes", "Wait 15 minutes, then ask for a new code.");

    /// <summary>409: somebody else signs in with the address, or has it in their record.</summary>
    public static Refusal Taken { get; } = Refusal.Conflict(
        "sign-in.taken", "This address belongs to another record",
        "Perhaps you have been here before. Two records cannot be joined: sign out and sign in with this address, or "
            + "use another one here.");

    /// <summary>409: the account elsewhere is linked to somebody else's record.</summary>
    public static Refusal AccountTaken { get; } = Refusal.Conflict(
        "sign-in.account-taken", "This account belongs to another record",
        "Perhaps you have been here before. Two records cannot be joined: sign out and sign in with this account, or "
            + "use another one here.");

    /// <summary>409: the area has no way to send mail.</summary>
    public static Refusal NoMail { get; } = Refusal.Conflict(
        "sign-in.no-mail", "This area cannot send email yet", "Ask a coordinator of the area.");
}
