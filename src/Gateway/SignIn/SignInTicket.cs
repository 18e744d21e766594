using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Where somebody is who is signing in, in an encrypted cookie of their own browser: a URL must not have an address,
/// and the area keeps none before it knows the person.
/// </summary>
internal sealed class SignInTicket(IDataProtectionProvider protection, IOptions<GatewayOptions> options)
{
    private readonly SealedCookie<SigningIn> cookie = new(protection, options, "sign-in", TimeSpan.FromHours(1));

    /// <summary>Reads it; null if there is none, or it is too old: the person begins again.</summary>
    public SigningIn? Read(HttpContext http) => cookie.Read(http) is { Adding: false } where ? where : null;

    /// <summary>Reads that of somebody who is signed in and adds an address; null if there is none.</summary>
    public SigningIn? ReadAdding(HttpContext http) => cookie.Read(http) is { Adding: true } where ? where : null;

    /// <summary>Writes it.</summary>
    public void Write(HttpContext http, SigningIn where) => cookie.Write(http, where);

    /// <summary>Deletes it.</summary>
    public void Delete(HttpContext http) => cookie.Delete(http);
}

/// <summary>Where somebody is who is signing in.</summary>
/// <param name="Email">The address that they typed.</param>
/// <param name="To">The page to go to afterwards.</param>
/// <param name="NewMember">
/// The ID for their record, once a code has shown that the address is theirs and nobody in the area has it.
/// </param>
/// <param name="Keep">Whether they stay signed in when they close the browser.</param>
internal sealed record SigningIn(string Email, string? To, Guid? NewMember = null, bool Keep = false)
{
    /// <summary>Whether they are signed in already, and the code only shows that the address is theirs.</summary>
    public bool Adding { get; init; }

    /// <summary>Whether they are shown how to add a passkey first.</summary>
    public bool AddPasskey { get; init; }

    /// <summary>The page to go to once they are signed in.</summary>
    public string Next
    {
        get
        {
            var to = ReturnUrl.Of(To);
            return AddPasskey ? ReturnUrl.Via("/me/passkeys", to) : to ?? "/home";
        }
    }

    /// <summary>The address, or null if it is not one.</summary>
    public EmailAddress? Address => EmailAddress.TryParse(Email, out var address) ? address : null;
}
