using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway.Link;

/// <summary>An area beside this one; the configuration section <c>PeerNet:Neighbours:0</c> and so on.</summary>
public sealed class NeighbourOptions : IValidatableObject
{
    /// <summary>Its word; the name on its certificate.</summary>
    [Required, RegularExpression("^[a-z][a-z0-9-]{1,39}$")]
    public string Area { get; set; } = "";

    /// <summary>The area as people write it. Default: the word.</summary>
    public string? Name { get; set; }

    /// <summary>Its address for everybody, such as <c>https://west-sussex.example</c>; groups found there are linked to it.</summary>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>Its address for other areas' Gateways (https).</summary>
    [Required]
    public Uri? Link { get; set; }

    /// <summary>A PEM file with the one authority that vouches for its Gateway's certificate, or with that certificate itself.</summary>
    [Required]
    public string? AuthorityFile { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is { IsAbsoluteUri: false } || Link is { IsAbsoluteUri: false } || Link is { IsAbsoluteUri: true, Scheme: not "https" })
            yield return new($"PeerNet:Neighbours have whole addresses like https://west-sussex.example, Link always with https, and {Area} has not.", [nameof(Url), nameof(Link)]);
    }
}
