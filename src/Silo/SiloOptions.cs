using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Silo.Mail;
using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>The settings of a silo, from the configuration section <c>PeerNet</c>.</summary>
public sealed class SiloOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "PeerNet";

    /// <summary>The short name of the area this silo serves, such as <c>east-sussex</c>. Required.</summary>
    [Required(ErrorMessage = "PeerNet:Area is required, for example east-sussex.")]
    [RegularExpression(
        AreaId.Form,
        ErrorMessage = "PeerNet:Area must be a short name in lower case, such as east-sussex.")]
    public string Area { get; set; } = "";

    /// <summary>The database that stores the area's records.</summary>
    [Required, ValidateObjectMembers]
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>
    /// The port for other silos of the area. Keep it fixed: a silo that restarts on its old port takes over its old
    /// place at once. Default: 11111.
    /// </summary>
    [Range(1, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port for the area's Gateway. Default: 30000.</summary>
    [Range(1, 65535)]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// The IP address this silo listens on and advertises. It must not be reachable from outside the area: anyone who
    /// can connect can call every grain. Default: the machine's first address; with SQLite, always loopback.
    /// </summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>
    /// Whether a group that a member founds can be found in other areas at once. Default: false, so a coordinator
    /// welcomes it first.
    /// </summary>
    public bool WelcomeNewGroups { get; set; }

    /// <summary>
    /// How many groups a member may lead and still found another, closed ones included; coordinators found as many as
    /// they need. Default: 15.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int MaxGroupsLed { get; set; } = 15;

    /// <summary>How people are mailed codes to sign in, and that there is news for them. Default: not at all.</summary>
    [Required, ValidateObjectMembers]
    public MailOptions Mail { get; set; } = new();

    /// <summary>
    /// A folder for the keys of what is printed for gatherings, shared by all silos of the area, readable by them alone
    /// and in no backup. Left empty, gatherings have no slips.
    /// </summary>
    public string? PaperKeys { get; set; }

    /// <summary>The thresholds of the figures that the area releases.</summary>
    [Required, ValidateObjectMembers]
    public FigureOptions Figures { get; set; } = new();

    /// <summary>Reads and validates the section, for settings that are needed before the host is built.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or not valid.</exception>
    public static SiloOptions Read(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddSiloOptions(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<SiloOptions>>().Value;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AdvertisedAddress is not null && !IPAddress.TryParse(AdvertisedAddress, out _))
            yield return new(
                "PeerNet:AdvertisedAddress must be an IP address, such as 10.0.0.5.", [nameof(AdvertisedAddress)]);
    }
}

/// <summary>Registers the options.</summary>
public static class SiloOptionsRegistration
{
    /// <summary>Binds <see cref="SiloOptions"/> and validates it when the host starts.</summary>
    public static IServiceCollection AddSiloOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiloOptions>()
            .Bind(configuration.GetSection(SiloOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }
}
