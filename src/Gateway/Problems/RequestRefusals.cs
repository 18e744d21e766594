using PeerNet.Contracts;

namespace PeerNet.Gateway.Problems;

/// <summary>Why a request is refused before it reaches a rule. Their status is set where they arise.</summary>
public static class RequestRefusals
{
    /// <summary>401: nobody is signed in.</summary>
    public static Refusal SignInNeeded { get; } = Refusal.Forbidden("access.sign-in-needed", "Sign in for this: send a bearer token of this area");

    /// <summary>401: the token is not one of this area's issuer, or has run out.</summary>
    public static Refusal TokenRefused { get; } = Refusal.Forbidden("access.token-refused", "The bearer token is not good here");

    /// <summary>400: the body is not JSON of the expected shape.</summary>
    public static Refusal Unreadable(string? field, string detail) => Refusal.Invalid("request.unreadable", "The request could not be read", field, detail);

    /// <summary>400: a part of the address or a header has a value it cannot have.</summary>
    public static Refusal Parameter(string? field, string detail) => Refusal.Invalid("request.parameter", "A value in the address or a header cannot be", field, detail);

    /// <summary>413: more than 64 kB.</summary>
    public static Refusal TooLarge { get; } = Refusal.Invalid("request.too-large", "The request is too large", detail: "Up to 64 kB.");

    /// <summary>415: not application/json.</summary>
    public static Refusal MediaType { get; } = Refusal.Invalid("request.media-type", "Send the body as application/json");

    /// <summary>404: nothing at that address.</summary>
    public static Refusal NoSuchAddress { get; } = Refusal.NotFound("request.not-found", "There is nothing at this address");

    /// <summary>405: not done with that method here.</summary>
    public static Refusal Method { get; } = Refusal.Invalid("request.method", "This address does not take that method");

    /// <summary>503: the area's silos do not answer; what was sent may or may not be stored, and sending it again is safe.</summary>
    public static Refusal AreaUnreachable { get; } = Refusal.Conflict("area.unreachable", "This area does not answer just now", "What you sent may or may not be stored. Sending it again is safe.");

    /// <summary>500: our mistake.</summary>
    public static Refusal Fault { get; } = Refusal.Conflict("fault", "Something went wrong on our side", "What you sent may or may not be stored. Sending it again is safe.");

    /// <summary>Whether the refusal is that nobody known asks, which HTTP tells apart from somebody who may not.</summary>
    public static bool NobodySignedIn(Refusal refusal) => refusal.Code == SignInNeeded.Code || refusal.Code == TokenRefused.Code;
}
