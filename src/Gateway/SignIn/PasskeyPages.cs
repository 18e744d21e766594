using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using PeerNet.Contracts;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>Passkeys: adding and removing one's own, and signing in with one. None is ever the only way in.</summary>
internal sealed class PasskeyPages : IEndpoints
{
    private const string NotTaken = "This passkey could not be used here. Try again, or have a code emailed to you.";

    private const string NotAdded = "This passkey could not be added. You can have up to 10.";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/me/passkeys", List).ForMembers();
        site.Pages.MapPost("/me/passkeys", Add).ForMembers();
        site.Pages.MapPost("/me/passkeys/{id}/remove", Remove).ForMembers();
        site.Pages.MapGet("/sign-in/passkey", Ask).AllowAnonymous();
        site.Pages.MapPost("/sign-in/passkey", SignIn).AllowAnonymous().WithinSignIns();
    }

    private static async Task<Sent> List(
        Home home, CurrentCaller by, IPasskeyHandler<PasskeyOwner> passkeys, PasskeyChallenge challenge,
        HttpContext http, string? to = null)
    {
        var model = await Model(home, by.Caller, passkeys, challenge, http);
        return Page.Of<PasskeysPage, PasskeysModel>(model with { To = ReturnUrl.Of(to) });
    }

    private static async Task<Sent> Add(
        IFormCollection form, Home home, CurrentCaller by, IPasskeyHandler<PasskeyOwner> passkeys,
        PasskeyChallenge challenge, HttpContext http)
    {
        var made = await passkeys.PerformAttestationAsync(new()
        {
            HttpContext = http, CredentialJson = $"{form["credential"]}", AttestationState = challenge.Take(http),
        });
        var device = Devices.Of(http.Request.Headers.UserAgent.ToString());
        var me = by.Caller.Member!.Value;
        if (made.Succeeded && made.UserEntity.Id == $"{me}"
            && await home.Passkeys(me).Add(PasskeyStore.Write(made.Passkey, device), by.Caller))
            return TypedResults.LocalRedirect(Url(form));
        var model = await Model(home, by.Caller, passkeys, challenge, http);
        return Page.Again<PasskeysPage, PasskeysModel>(
            model with { To = ReturnUrl.Of(form["to"]), Errors = [new("credential", NotAdded)] });
    }

    private static async Task<Sent> Remove(SessionId id, IFormCollection form, Home home, CurrentCaller by)
    {
        await home.Passkeys(by.Caller.Member!.Value).Remove(id, by.Caller);
        return TypedResults.LocalRedirect(Url(form));
    }

    private static string Url(IFormCollection form) => ReturnUrl.Via("/me/passkeys", ReturnUrl.Of(form["to"]));

    private static async Task<Sent> Ask(
        IPasskeyHandler<PasskeyOwner> passkeys, PasskeyChallenge challenge, HttpContext http, string? to = null) =>
        Page.Of<PasskeyPage, PasskeyModel>(await Model(passkeys, challenge, http, ReturnUrl.Of(to)));

    private static async Task<Sent> SignIn(
        IFormCollection form, Home home, IPasskeyHandler<PasskeyOwner> passkeys, PasskeyChallenge challenge,
        AreaCoordinators coordinators, Sessions sessions, HttpContext http)
    {
        var to = ReturnUrl.Of(form["to"]);
        var signed = await passkeys.PerformAssertionAsync(new()
        {
            HttpContext = http, CredentialJson = $"{form["credential"]}", AssertionState = challenge.Take(http),
        });
        if (signed.Succeeded
            && await home.Passkeys(signed.User.Member).Use(PasskeyStore.Write(signed.Passkey, "")))
        {
            var member = signed.User.Member;
            await sessions.Begin(http, member, coordinators.RoleOf(member), form["keep"].Count > 0);
            return TypedResults.LocalRedirect(to ?? "/home");
        }
        // Whatever was wrong, and whoever it claims to be, the answer is the same.
        var model = await Model(passkeys, challenge, http, to);
        return Page.Again<PasskeyPage, PasskeyModel>(model with { Errors = [new("credential", NotTaken)] });
    }

    // The device shows this name, which is the network's and not the person's.
    private static async Task<PasskeysModel> Model(
        Home home, Caller by, IPasskeyHandler<PasskeyOwner> passkeys, PasskeyChallenge challenge, HttpContext http)
    {
        var me = by.Member!.Value;
        var name = $"PeerNet, {home.Name}";
        var asked = await passkeys.MakeCreationOptionsAsync(
            new() { Id = $"{me}", Name = name, DisplayName = name }, http);
        challenge.Write(http, asked.AttestationState);
        return new(await home.Passkeys(me).List(by), asked.CreationOptionsJson);
    }

    private static async Task<PasskeyModel> Model(
        IPasskeyHandler<PasskeyOwner> passkeys, PasskeyChallenge challenge, HttpContext http, string? to)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(null, http);
        challenge.Write(http, asked.AssertionState);
        return new(asked.RequestOptionsJson, to);
    }
}

/// <summary>The page about a person's passkeys.</summary>
/// <param name="Items">Those that they have.</param>
/// <param name="Options">What their device is asked to make, as WebAuthn's JSON.</param>
public sealed record PasskeysModel(ImmutableArray<PasskeyDetails> Items, string Options)
{
    /// <summary>The page to go to then, for somebody who was on their way to it.</summary>
    public string? To { get; init; }

    /// <summary>What went wrong.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>The page on which somebody signs in with a passkey.</summary>
/// <param name="Options">What their device is asked to sign, as WebAuthn's JSON.</param>
/// <param name="To">The page to go to then.</param>
public sealed record PasskeyModel(string Options, string? To)
{
    /// <summary>What went wrong.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
