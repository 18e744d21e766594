using System.ComponentModel.DataAnnotations;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Link;

/// <summary>A neighbouring area, from the configuration section <c>PeerNet:Neighbours:0</c> and so on.</summary>
public sealed class NeighbourOptions : IValidatableObject
{
    /// <summary>Its short name, which is also the name on its certificate.</summary>
    [Required(ErrorMessage = "PeerNet:Neighbours: each needs an Area, such as west-sussex.")]
    [RegularExpression(
        AreaId.Form, ErrorMessage = "PeerNet:Neighbours: Area must be a short name in lower case.")]
    public string Area { get; set; } = "";

    /// <summary>The area's display name. Default: <see cref="Area"/>.</summary>
    public string? Name { get; set; }

    /// <summary>What people call it: its name, or its short name if it has none.</summary>
    public string ShownName => Name is { Length: > 0 } name ? name : Area;

    /// <summary>
    /// The address of its website, such as <c>https://west-sussex.example</c>; its groups in the finder link to it.
    /// </summary>
    [Required(ErrorMessage = "PeerNet:Neighbours: each needs a Url, such as https://west-sussex.example.")]
    public Uri? Url { get; set; }

    /// <summary>Its address for the Gateways of other areas (https).</summary>
    [Required(ErrorMessage = "PeerNet:Neighbours: each needs a Link, such as https://west-sussex.example:8443.")]
    public Uri? Link { get; set; }

    /// <summary>
    /// A PEM file with the only certificate authority trusted for its Gateway, or with the Gateway's certificate
    /// itself.
    /// </summary>
    [Required(ErrorMessage = "PeerNet:Neighbours: each needs an AuthorityFile.")]
    public string? AuthorityFile { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is { IsAbsoluteUri: false } || Link is { IsAbsoluteUri: false }
            || Link is { IsAbsoluteUri: true, Scheme: not "https" })
            yield return new(
                $"PeerNet:Neighbours: {Area} needs absolute URLs, such as https://west-sussex.example, for Url and "
                    + "Link. Link must be https.",
                [nameof(Url), nameof(Link)]);
    }
}
