using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// The keys that protect cookies and forms. Keys stored in a folder survive a restart, and all Gateways of an area
/// share them.
/// </summary>
internal static partial class ProtectionKeys
{
    /// <summary>Stores the keys in <see cref="GatewayOptions.Keys"/>, or in memory if that is empty.</summary>
    public static void AddProtectionKeys(this WebApplicationBuilder builder)
    {
        var gateway = builder.Configuration.GetSection(GatewayOptions.Section);
        // Even if two areas share a folder by mistake, the cookies of one are not valid in the other.
        var protection =
            builder.Services.AddDataProtection().SetApplicationName($"peernet/{gateway[nameof(GatewayOptions.Area)]}");
        if (gateway[nameof(GatewayOptions.Keys)] is not { Length: > 0 } folder)
        {
            protection.UseEphemeralDataProtectionProvider();
            return;
        }
        builder.Services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeyFolder(folder));
        // Otherwise it warns that the files are not encrypted. Only their owner can read them, as with the area's other
        // keys.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error);
    }

    /// <summary>Warns when the keys will be lost on the next restart.</summary>
    public static void WarnOfEphemeralKeys(this WebApplication app)
    {
        if (app.Configuration[$"{GatewayOptions.Section}:{nameof(GatewayOptions.Keys)}"] is not { Length: > 0 })
            Ephemeral(app.Logger);
    }

    [LoggerMessage(LogLevel.Warning, "PeerNet:Keys is not set: everyone is signed out when this process restarts")]
    private static partial void Ephemeral(ILogger log);
}

/// <summary>
/// Keeps each key in a file that only its owner can read; the framework's own folder leaves that to the umask.
/// </summary>
internal sealed class KeyFolder : IXmlRepository
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder;

    public KeyFolder(string folder)
    {
        this.folder = folder;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
    }

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Directory.EnumerateFiles(folder, "*.xml").Select(file => XElement.Load(file))];

    public void StoreElement(XElement element, string friendlyName)
    {
        var file = Path.Combine(folder, $"{friendlyName}.xml");
        var unfinished = $"{file}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        using (var stream = new FileStream(unfinished, options)) element.Save(stream);
        // Another Gateway of the area must never read half a key.
        File.Move(unfinished, file, overwrite: true);
    }
}
