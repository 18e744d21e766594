using Microsoft.AspNetCore.Authentication;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>Why somebody goes to the issuer, in the encrypted state that they bring back.</summary>
/// <param name="To">The page to go to afterwards.</param>
/// <param name="Keep">Whether they stay signed in when they close the browser.</param>
/// <param name="Linking">Who links the account to their record; null for somebody who signs in.</param>
internal sealed record AccountVisit(string? To, bool Keep = false, MemberId? Linking = null)
{
    /// <summary>Nobody has the account yet.</summary>
    public const string Unknown = "unknown";

    /// <summary>Somebody else has it.</summary>
    public const string Taken = "taken";

    /// <summary>The issuer did not say who it was: it could not, or they changed their mind.</summary>
    public const string Failed = "failed";

    /// <summary>Reads it; somebody who signs in, if there is none.</summary>
    public static AccountVisit Read(AuthenticationProperties? state)
    {
        if (state is null) return new((string?)null);
        var isLinking = MemberId.TryParse(state.GetString(nameof(Linking)), out var member);
        return new(
            ReturnUrl.Of(state.GetString(nameof(To))), state.GetString(nameof(Keep)) is not null,
            isLinking ? member : null);
    }

    /// <summary>Writes it.</summary>
    public AuthenticationProperties Write()
    {
        var state = new AuthenticationProperties();
        state.SetString(nameof(To), To);
        if (Keep) state.SetString(nameof(Keep), "yes");
        if (Linking is { } member) state.SetString(nameof(Linking), $"{member}");
        return state;
    }

    /// <summary>The page from which they came, which tells them what went wrong.</summary>
    public string BackWith(string what)
    {
        if (Linking is not null) return $"/me/account?account={what}";
        return To is null ? $"/sign-in?account={what}" : $"{ReturnUrl.SignInFor(To)}&account={what}";
    }
}
