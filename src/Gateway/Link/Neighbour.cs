using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Link;

/// <summary>Another area and the check of its certificate.</summary>
internal sealed class Neighbour(NeighbourOptions options)
{
    /// <summary>The extended key usage of a certificate that calls (RFC 5280, section 4.2.1.12).</summary>
    public static readonly Oid Client = new("1.3.6.1.5.5.7.3.2");

    /// <summary>The extended key usage of a certificate that is called.</summary>
    public static readonly Oid Server = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(options.AuthorityFile!);

    public AreaId Area { get; } = new(options.Area);

    public string Name { get; } = options.ShownName;

    public Uri Url { get; } = options.Url!;

    public Uri Link { get; } = options.Link!;

    /// <summary>
    /// Whether the certificate was issued by this area's own authority, to this area's id, and for that purpose.
    /// </summary>
    /// <remarks>
    /// All are checked: areas may share an authority, another authority may issue a certificate for the same name, and
    /// a certificate for a website must not speak for the area.
    /// </remarks>
    public bool IsIdentifiedBy(X509Certificate2 certificate, Oid purpose)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(purpose);
        // An area's own authority publishes no revocation list. After a theft the area gets a new authority (runbook).
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate) && NameOf(certificate) == Area.Value;
    }

    /// <summary>The name a certificate was issued to: its DNS name, or else its common name.</summary>
    public static string? NameOf(X509Certificate2 certificate)
    {
        try
        {
            return certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
