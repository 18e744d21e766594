using PeerNet.Contracts;

namespace PeerNet.Gateway.Problems;

/// <summary>Why a request is refused before it reaches a rule. Their status is set where they arise.</summary>
public static class RequestRefusals
{
    private const string SafeToSendAgain =
        "What you sent may or may not have been saved. It is safe to send it again.";

    /// <summary>401: the caller is not signed in.</summary>
    public static Refusal SignInNeeded { get; } = Refusal.Forbidden(
        "access.sign-in-needed", "You need to sign in", "Sign in, or send a bearer token for this area.");

    /// <summary>401: the token was not issued for this area, or has expired.</summary>
    public static Refusal TokenRefused { get; } = Refusal.Forbidden(
        "access.token-refused",
        "The bearer token is not valid for this area",
        "It may have expired or belong to another area. Sign in again to get a new one.");

    /// <summary>400: the body is not JSON of the expected shape.</summary>
    public static Refusal Unreadable(string? field, string detail) =>
        Refusal.Invalid("request.unreadable", "The request could not be read", field, detail);

    /// <summary>400: a form that no page of this site made for whoever is signed in now.</summary>
    public static Refusal Form { get; } = Refusal.Invalid(
        "request.form", "This form is too old",
        detail: "Nothing was saved. Go back, copy what you wrote, load the page again and send it.");

    /// <summary>400: a part of the address or a header has an invalid value.</summary>
    public static Refusal Parameter(string? field, string detail) =>
        Refusal.Invalid("request.parameter", "A URL parameter or header is invalid", field, detail);

    /// <summary>400: the check of a code on paper is wrong.</summary>
    public static Refusal MistypedCode { get; } = Refusal.Invalid(
        "gathering.mistyped-code", "One of the letters or numbers is wrong", "code",
        "Type the code as it is on the paper. It has no vowels, no 0 and no 1.");

    /// <summary>413: the body is over 64 kB.</summary>
    public static Refusal TooLarge { get; } = Refusal.Invalid(
        "request.too-large", "The request is too large", detail: "Send up to 64 kB.");

    /// <summary>415: the body is not application/json.</summary>
    public static Refusal MediaType { get; } = Refusal.Invalid(
        "request.media-type", "The request must be JSON", detail: "Send the body as application/json.");

    /// <summary>415: the body is compressed or encoded in another way.</summary>
    public static Refusal Encoding { get; } = Refusal.Invalid(
        "request.encoding", "The body has an encoding that is not read here",
        detail: "Send it without Content-Encoding.");

    /// <summary>404: the address has no page and no resource.</summary>
    public static Refusal NoSuchAddress { get; } = Refusal.NotFound(
        "request.not-found", "There is nothing at this address", "Check the address.");

    /// <summary>405: the address exists, but not for this method.</summary>
    public static Refusal Method { get; } = Refusal.Invalid(
        "request.method", "This address does not accept that method",
        detail: "The Allow header lists those it accepts.");

    /// <summary>429: the person, or everyone at their address, has sent too many requests.</summary>
    public static Refusal TooMany { get; } = Refusal.Conflict(
        "request.too-many", "There have been too many requests like this",
        "Wait for as long as the Retry-After header says, in seconds, and send it again.");

    /// <summary>503: no silo of the area answers. The write may have been saved; sending it again is safe.</summary>
    public static Refusal AreaUnreachable { get; } = Refusal.Conflict(
        "area.unreachable", "This area is not responding", $"Try again in a few seconds. {SafeToSendAgain}");

    /// <summary>503: the area's disk is full, or its database is read-only, damaged or gone.</summary>
    public static Refusal CannotStore { get; } = Refusal.Conflict(
        "area.cannot-store", "The area cannot store anything at present",
        $"Try again in a few minutes. {SafeToSendAgain}");

    /// <summary>500: an unexpected fault on our side.</summary>
    public static Refusal Fault { get; } = Refusal.Conflict(
        "fault",
        "Something went wrong on our side",
        "Tell us the trace ID. What you sent may or may not have been saved.");

    /// <summary>Whether the caller is unknown (401), as opposed to known and not allowed (403).</summary>
    public static bool NobodySignedIn(Refusal refusal) =>
        refusal.Code == SignInNeeded.Code || refusal.Code == TokenRefused.Code;
}
