using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway;

/// <summary>What a Gateway must be told; the configuration section <c>PeerNet</c>.</summary>
public sealed class GatewayOptions
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

    /// <summary>How long a call to a silo may take before it counts as unanswered. Shorter answers people sooner, longer spares slow databases. Default: 8 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Whose bearer tokens are believed.</summary>
    [Required, Microsoft.Extensions.Options.ValidateObjectMembers]
    public TokenOptions Tokens { get; set; } = new();

    /// <summary>True only in local mode, where pages say that nothing here is for anybody else. Default: false.</summary>
    public bool Local { get; set; }
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
