using System.ComponentModel.DataAnnotations;
using System.Net;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Areas;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway;

/// <summary>The settings of a Gateway, from the configuration section <c>PeerNet</c>.</summary>
public sealed class GatewayOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "PeerNet";

    /// <summary>The short name of the area, such as <c>east-sussex</c>; also the audience of its tokens.</summary>
    [Required(ErrorMessage = "PeerNet:Area is required, for example east-sussex.")]
    [RegularExpression(
        AreaId.Form,
        ErrorMessage = "PeerNet:Area must be a short name in lower case, such as east-sussex.")]
    public string Area { get; set; } = "";

    /// <summary>The area's display name, such as East Sussex. Default: <see cref="Area"/>.</summary>
    public string? AreaName { get; set; }

    /// <summary>
    /// How people who are not signed in reach the area's coordinators: one email address, phone number or https address
    /// of up to 250 characters, which anybody can read. Without it they are sent to any group.
    /// </summary>
    public string? Contact { get; set; }

    /// <summary>
    /// The silo gateway endpoints (address:port) of the area's cluster. If empty, the Gateway uses the silo in its own
    /// process.
    /// </summary>
    public IList<string> Silos { get; } = [];

    /// <summary>
    /// The readiness URL of each silo, in the order of <see cref="Silos"/>, such as
    /// <c>http://10.0.0.5:8080/health/ready</c>. A silo that is not ready gets no calls while another is. If empty, a
    /// silo that hangs keeps getting its share of calls.
    /// </summary>
    public IList<Uri> SiloHealth { get; } = [];

    /// <summary>
    /// How long to wait for a silo to answer a call. A shorter timeout reports a failure sooner; a longer one allows
    /// for a slow database. Default: 8 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The bearer tokens this Gateway accepts.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public TokenOptions Tokens { get; set; } = new();

    /// <summary>The issuer with whose accounts people can sign in on the pages, if there is one.</summary>
    [Required]
    public AccountOptions Accounts { get; set; } = new();

    /// <summary>This area's side of the link.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public AreaLinkOptions Link { get; set; } = new();

    /// <summary>The neighbouring areas, whose groups can be found here too.</summary>
    [Microsoft.Extensions.Options.ValidateEnumeratedItems]
    public IList<NeighbourOptions> Neighbours { get; } = [];

    /// <summary>How the finder keeps the cards of all areas.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public FinderOptions Finder { get; set; } = new();

    /// <summary>How much anybody may ask of this Gateway.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public LimitOptions Limits { get; set; } = new();

    /// <summary>
    /// A folder for the keys that protect cookies and forms, shared by all Gateways of the area and readable by them
    /// alone. Left empty, everyone is signed out whenever the process restarts.
    /// </summary>
    public string? Keys { get; set; }

    /// <summary>True only in local mode, where pages say that this is a demonstration. Default: false.</summary>
    public bool Local { get; set; }

    /// <summary>
    /// The member IDs of the area's coordinators, for those who sign in with a code; a bearer token names its role
    /// itself. Whoever is taken off the list is signed out when the Gateways have restarted.
    /// </summary>
    public IList<string> Coordinators { get; } = [];

    /// <summary>The folder in which local mode puts mail instead of sending it, for its pages to mention.</summary>
    public string? LocalMailFolder { get; set; }

    /// <summary>The file with the made-up people of local mode, which lets anyone be any of them.</summary>
    public string? SeededPeople { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Contact is { Length: > 0 } contact && AreaContact.HrefOf(contact) is null)
            yield return new(
                "PeerNet:Contact must be one email address, phone number or https address of up to 250 characters.",
                [nameof(Contact)]);
        if (Silos.FirstOrDefault(silo => !IPEndPoint.TryParse(silo, out var at) || at.Port == 0) is { } wrong)
            yield return new(
                $"PeerNet:Silos must be IP addresses with a port, such as 10.0.0.5:30000. '{wrong}' is not.",
                [nameof(Silos)]);
        if (SiloHealth.Count > 0 && SiloHealth.Count != Silos.Count)
            yield return new(
                "PeerNet:SiloHealth must have one URL for each of PeerNet:Silos, in the same order, or be empty.",
                [nameof(SiloHealth)]);
        if (SiloHealth.Any(address => !address.IsAbsoluteUri))
            yield return new("PeerNet:SiloHealth must be absolute URLs, such as http://10.0.0.5:8080/health/ready.",
                [nameof(SiloHealth)]);
        if (Coordinators.FirstOrDefault(one => !MemberId.TryParse(one, out _)) is { } nobody)
            yield return new(
                $"PeerNet:Coordinators must be IDs of members. '{nobody}' is not.", [nameof(Coordinators)]);
        if (Limits.Proxies.Any(proxy => !IPAddress.TryParse(proxy, out _)))
            yield return new("PeerNet:Limits:Proxies must be IP addresses, such as 10.0.0.2.", [nameof(Limits)]);
        foreach (var fault in Accounts.Faults(Tokens.Authority, Local)) yield return new(fault, [nameof(Accounts)]);
        if (Link.Url is not null && LinkServer.FindAddress(Link.Url) is null)
            yield return new(
                "PeerNet:Link:Url must have an IP address or localhost, such as https://0.0.0.0:8443.", [nameof(Link)]);
        if (Link.Url is not null && (Link.CertificateFile is null || Link.KeyFile is null))
            yield return new("PeerNet:Link:Url needs PeerNet:Link:CertificateFile and PeerNet:Link:KeyFile as well.",
                [nameof(Link)]);
        var areas = Neighbours.Select(neighbour => neighbour.Area).Append(Area);
        if (areas.GroupBy(area => area, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)
            is { Key: var twice })
            yield return new(
                $"PeerNet:Neighbours must list other areas, each once. {twice} is this area or is listed twice.",
                [nameof(Neighbours)]);
    }
}

/// <summary>
/// The bearer tokens a Gateway accepts: from an OpenID Connect authority, or from an issuer with a known public key.
/// </summary>
public sealed class TokenOptions
{
    /// <summary>The issuer named in the tokens. Default: <see cref="Authority"/>.</summary>
    public string? Issuer { get; set; }

    /// <summary>
    /// The URL (https) of an OpenID Connect authority, whose signing keys are fetched and kept up to date.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>
    /// A PEM file with the issuer's public key (EC P-256 or RSA), for an issuer without an OpenID Connect endpoint.
    /// </summary>
    public string? PublicKeyFile { get; set; }
}
