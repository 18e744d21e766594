using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>The keys that protect cookies and forms.</summary>
public sealed class ProtectionKeysTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-keys-");

    private string Keys => Path.Combine(folder.FullName, "keys");

    [Fact]
    public async Task What_was_protected_before_a_restart_can_be_read_after_it()
    {
        var kept = await Protected(Keys);
        Assert.Equal("kept", await Read(kept, Keys));
    }

    [Fact]
    public async Task The_keys_are_readable_only_by_their_owner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such modes.");
        await Protected(Keys);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));
        var file = Assert.Single(Directory.GetFiles(Keys));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Another_area_can_do_nothing_with_the_same_keys()
    {
        var kept = await Protected(Keys);
        await Assert.ThrowsAsync<CryptographicException>(() => Read(kept, Keys, area: "west-sussex"));
    }

    [Fact]
    public async Task Without_a_folder_the_keys_end_with_the_process_and_a_warning_says_so()
    {
        var lost = await Protected(null);
        await Assert.ThrowsAsync<CryptographicException>(() => Read(lost, null));
        await using (var gateway = await LoneGateway.Start(folder))
            Assert.Single(gateway.Telemetry.With("PeerNet:Keys is not set"));
        await using (var gateway = await LoneGateway.Start(folder, keys: Keys))
            Assert.Empty(gateway.Telemetry.With("PeerNet:Keys"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> Protected(string? keys)
    {
        await using var gateway = await LoneGateway.Start(folder, keys: keys);
        return Protector(gateway).Protect("kept");
    }

    private async Task<string> Read(string text, string? keys, string area = "east-sussex")
    {
        await using var gateway = await LoneGateway.Start(folder, area, keys);
        return Protector(gateway).Unprotect(text);
    }

    private static IDataProtector Protector(LoneGateway gateway) =>
        gateway.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
