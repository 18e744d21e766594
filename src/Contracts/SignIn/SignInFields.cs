namespace PeerNet.Contracts.SignIn;

/// <summary>The rules for how people sign in, and for what they write about it.</summary>
public static class SignInFields
{
    /// <summary>For how many days the code on a slip works.</summary>
    public const int SlipDaysValid = 28;

    /// <summary>What a person knows one of their programs by.</summary>
    public static TextRule ProgramTitle { get; } = TextRule.Line(60);
}
