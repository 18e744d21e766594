namespace PeerNet.Contracts.SignIn;

/// <summary>The rules for what people write about how they sign in.</summary>
public static class SignInFields
{
    /// <summary>What a person knows one of their programs by.</summary>
    public static TextRule ProgramTitle { get; } = TextRule.Line(60);
}
