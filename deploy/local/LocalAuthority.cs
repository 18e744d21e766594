using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PeerNet.Local;

/// <summary>
/// An area's own certificate authority, and the certificate its Gateway presents to neighbours. Both are created on the
/// first start and kept.
/// </summary>
internal sealed class LocalAuthority
{
    private const int Years = 2;
    private static readonly TimeSpan Spare = TimeSpan.FromDays(30);
    private static readonly OidCollection BothEnds = [new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")];

    public LocalAuthority(string area, DirectoryInfo folder, DateTimeOffset now)
    {
        AuthorityFile = File("ca.pem");
        CertificateFile = File("link.pem");
        KeyFile = File("link.key.pem");
        using var authorityKey = Key(File("ca.key.pem"));
        using var authority = Kept(AuthorityFile, now) ?? Keep(AuthorityFile, Authority(area, authorityKey, now));
        using var key = Key(KeyFile);
        using var signing = authority.CopyWithPrivateKey(authorityKey);
        using var certificate = Kept(CertificateFile, now) ?? Keep(CertificateFile, Leaf(area, key, signing));

        string File(string ending) => Path.Combine(folder.FullName, $"{area}.{ending}");
    }

    /// <summary>The certificate of the authority, which neighbours trust.</summary>
    public string AuthorityFile { get; }

    /// <summary>The certificate that the Gateway presents.</summary>
    public string CertificateFile { get; }

    /// <summary>The private key of the Gateway's certificate.</summary>
    public string KeyFile { get; }

    private static X509Certificate2 Authority(string area, ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest($"CN=PeerNet {area} authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
    }

    // Valid for as long as its authority, so that both are renewed on the same start.
    private static X509Certificate2 Leaf(string area, ECDsa key, X509Certificate2 authority)
    {
        var request = new CertificateRequest($"CN={area}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(area);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(BothEnds, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        return request.Create(
            authority, authority.NotBefore, authority.NotAfter, Guid.CreateVersion7().ToByteArray(bigEndian: true));
    }

    // The key is stored before it is certified, so that an interrupted start leaves no certificate without its key.
    private static ECDsa Key(string file)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file)) key.ImportFromPem(File.ReadAllText(file));
        else PrivateFile.Write(file, key.ExportPkcs8PrivateKeyPem());
        return key;
    }

    private static X509Certificate2? Kept(string file, DateTimeOffset now)
    {
        if (!File.Exists(file)) return null;
        var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
        return certificate.NotAfter - now >= Spare ? certificate : null;
    }

    private static X509Certificate2 Keep(string file, X509Certificate2 certificate)
    {
        PrivateFile.Write(file, certificate.ExportCertificatePem());
        return X509CertificateLoader.LoadCertificate(certificate.RawData);
    }
}
