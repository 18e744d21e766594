using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;
using PeerNet.Silo.Storage;

namespace PeerNet.Silo;

/// <summary>What a silo is told when it starts, in the section <c>PeerNet</c>.</summary>
public sealed class SiloOptions : IValidatableObject
{
    /// <summary>The name of the section.</summary>
    public const string Section = "PeerNet";

    /// <summary>The area whose people this silo serves, such as <c>east-sussex</c>; there is no default, a silo belongs to one area.</summary>
    [Required, RegularExpression("^[a-z][a-z0-9-]{1,39}$", ErrorMessage = "PeerNet:Area is a lower-case word like east-sussex.")]
    public string Area { get; set; } = "";

    /// <summary>Where the area keeps its records.</summary>
    [Required, ValidateObjectMembers]
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>The port on which silos of the area meet; 11111 unless two silos share a machine. Keep it: a silo that returns on its old port takes its own place at once.</summary>
    [Range(1, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port on which the area's Gateway meets this silo; 30000 unless two silos share a machine.</summary>
    [Range(1, 65535)]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>The IP address at which this silo listens and is found. By default the machine's own first address; with SQLite always loopback. Never one that strangers can reach: whoever reaches it reaches every grain.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>Reads and checks the section, for what must be known before the host is built.</summary>
    /// <exception cref="OptionsValidationException">A value is missing or wrong.</exception>
    public static SiloOptions Read(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddSiloOptions(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<SiloOptions>>().Value;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AdvertisedAddress is not null && !IPAddress.TryParse(AdvertisedAddress, out _))
            yield return new("PeerNet:AdvertisedAddress is an IP address like 10.0.0.5.", [nameof(AdvertisedAddress)]);
    }
}

/// <summary>Registers the options.</summary>
public static class SiloOptionsRegistration
{
    /// <summary>Binds <see cref="SiloOptions"/>, checked before the host starts.</summary>
    public static IServiceCollection AddSiloOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiloOptions>().Bind(configuration.GetSection(SiloOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
