using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>The certificates by which areas on one machine know each other.</summary>
public sealed class LocalAuthorityTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-authority-");
    private readonly DateTimeOffset now = RunningArea.Now;

    [Fact]
    public void A_certificate_chains_to_the_authority_of_its_own_area_and_to_no_other()
    {
        var east = Authority("east-sussex");
        var west = Authority("west-sussex");
        Assert.True(Chains(east, east));
        Assert.True(Chains(west, west));
        Assert.False(Chains(east, west));
        Assert.False(Chains(west, east));
    }

    [Fact]
    public void A_certificate_names_its_area_and_serves_at_both_ends()
    {
        var authority = Authority("east-sussex");
        using var certificate = Leaf(authority);
        Assert.Equal("CN=east-sussex", certificate.Subject);
        Assert.Equal("CN=PeerNet east-sussex authority", certificate.Issuer);
        Assert.Equal(
            ["east-sussex"],
            certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames());
        Assert.Equal(
            ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"], certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
                .Single().EnhancedKeyUsages
                .Cast<Oid>()
                .Select(use => use.Value!));
        Assert.InRange(certificate.NotBefore, now.AddDays(-1).AddSeconds(-1).LocalDateTime, now.LocalDateTime);
        using var paired = X509Certificate2.CreateFromPemFile(authority.CertificateFile, authority.KeyFile);
        Assert.True(paired.HasPrivateKey);
    }

    [Fact]
    public void A_second_start_keeps_the_same_files()
    {
        Authority("east-sussex");
        var first = Files();
        Authority("east-sussex", now.AddMonths(22));
        Assert.Equal(first, Files());
    }

    [Fact]
    public void Certificates_that_expire_within_a_month_are_renewed_with_the_same_keys()
    {
        var old = Authority("east-sussex");
        var first = Files();
        var later = now.AddYears(2).AddDays(-29);
        using var before = Leaf(old);
        var authority = Authority("east-sussex", later);
        using var after = Leaf(authority);
        Assert.True(after.NotAfter > later.AddYears(1).LocalDateTime);
        Assert.NotEqual(before.SerialNumber, after.SerialNumber);
        Assert.True(Chains(authority, authority, later));
        Assert.Equal(first.Where(IsKey), Files().Where(IsKey));
        Assert.Equal(4, Files().Count);

        static bool IsKey(KeyValuePair<string, string> file) => file.Key.EndsWith("key.pem", StringComparison.Ordinal);
    }

    [Fact]
    public void Forgetting_everything_forgets_them_and_the_logs_and_nothing_else()
    {
        Authority("east-sussex");
        string[] names =
            ["east-sussex.silo.log", "east-sussex.gateway.log", "east-sussex.cards.db", "letter.txt", "diary.log"];
        foreach (var name in names) File.WriteAllText(Path.Combine(folder.FullName, name), "");
        var mail = folder.CreateSubdirectory("east-sussex.mail").FullName;
        File.WriteAllText(Path.Combine(mail, "one.eml"), "");
        DataFolder.Clear(folder);
        Assert.Equal(["diary.log", "letter.txt"], Files().Keys);
        Assert.Empty(Directory.EnumerateFiles(mail));
    }

    [Fact]
    public void Keys_are_readable_only_by_their_owner()
    {
        if (OperatingSystem.IsWindows()) return;
        Authority("east-sussex");
        foreach (var key in folder.GetFiles("*.key.pem"))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key.FullName));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private LocalAuthority Authority(string area, DateTimeOffset? at = null) => new(area, folder, at ?? now);

    private SortedDictionary<string, string> Files()
    {
        return new(
            folder.GetFiles().ToDictionary(file => file.Name, file => File.ReadAllText(file.FullName)),
            StringComparer.Ordinal);
    }

    private static X509Certificate2 Leaf(LocalAuthority authority) =>
        X509CertificateLoader.LoadCertificateFromFile(authority.CertificateFile);

    private bool Chains(LocalAuthority shown, LocalAuthority trusted, DateTimeOffset? at = null)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(trusted.AuthorityFile);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = (at ?? now).LocalDateTime;
        using var leaf = Leaf(shown);
        return chain.Build(leaf);
    }
}
