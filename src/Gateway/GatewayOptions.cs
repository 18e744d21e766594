using System.ComponentModel.DataAnnotations;
using System.Net;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway;

/// <summary>What a Gateway must be told; the configuration section <c>PeerNet</c>.</summary>
public sealed class GatewayOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PeerNet";

    /// <summary>The area's word, such as <c>east-sussex</c>; also the audience that tokens must name.</summary>
    [Required, RegularExpression("^[a-z][a-z0-9-]{1,39}$")]
    public string Area { get; set; } = "";

    /// <summary>The area as people write it, such as East Sussex. Default: the word.</summary>
    public string? AreaName { get; set; }

    /// <summary>Silo gateway endpoints (address:port) of the area's own cluster. Left empty, the Gateway uses the silo in its own process.</summary>
    public IList<string> Silos { get; } = [];

    /// <summary>Where each of the silos, in the same order, says whether it is ready, such as <c>http://10.0.0.5:8080/health/ready</c>. One that does not say so is sent nothing while another does. Left empty, a silo that hangs keeps its share of the calls waiting.</summary>
    public IList<Uri> SiloHealth { get; } = [];

    /// <summary>How long a call to a silo may take before it counts as unanswered. Shorter answers people sooner, longer spares slow databases. Default: 8 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Whose bearer tokens are believed.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public TokenOptions Tokens { get; set; } = new();

    /// <summary>The area's own end of the link.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public AreaLinkOptions Link { get; set; } = new();

    /// <summary>The areas beside this one, whose groups are found here too.</summary>
    [Microsoft.Extensions.Options.ValidateEnumeratedItems]
    public IList<NeighbourOptions> Neighbours { get; } = [];

    /// <summary>How the finder keeps the cards of all areas.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public FinderOptions Finder { get; set; } = new();

    /// <summary>True only in local mode, where pages say that nothing here is for anybody else. Default: false.</summary>
    public bool Local { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Silos.FirstOrDefault(silo => !IPEndPoint.TryParse(silo, out var at) || at.Port == 0) is { } wrong)
            yield return new($"PeerNet:Silos are addresses with a port like 10.0.0.5:30000, and not {wrong}.", [nameof(Silos)]);
        if (SiloHealth.Count > 0 && SiloHealth.Count != Silos.Count)
            yield return new("PeerNet:SiloHealth has an address for each of PeerNet:Silos, in the same order, or none at all.", [nameof(SiloHealth)]);
        if (SiloHealth.Any(address => !address.IsAbsoluteUri))
            yield return new("PeerNet:SiloHealth are whole addresses like http://10.0.0.5:8080/health/ready.", [nameof(SiloHealth)]);
        if (Link.Url is not null && (Link.CertificateFile is null || Link.KeyFile is null))
            yield return new("PeerNet:Link needs a CertificateFile and a KeyFile.", [nameof(Link)]);
        if (Neighbours.Select(neighbour => neighbour.Area).Append(Area).GroupBy(area => area, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            yield return new($"PeerNet:Neighbours are other areas, each once, and {twice} is not.", [nameof(Neighbours)]);
    }
}

/// <summary>Whose bearer tokens are believed: an OpenID Connect authority, or one issuer's public key.</summary>
public sealed class TokenOptions
{
    /// <summary>The issuer that tokens must name. Default: the authority.</summary>
    public string? Issuer { get; set; }

    /// <summary>An OpenID Connect authority whose keys are fetched and followed (https).</summary>
    public string? Authority { get; set; }

    /// <summary>A PEM file with the issuer's public key (EC P-256 or RSA), for an issuer without an endpoint.</summary>
    public string? PublicKeyFile { get; set; }
}
