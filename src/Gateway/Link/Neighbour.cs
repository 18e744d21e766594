using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Link;

/// <summary>Another area and the check of its certificate.</summary>
internal sealed class Neighbour(NeighbourOptions options)
{
    private readonly X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(options.AuthorityFile!);

    public AreaId Area { get; } = new(options.Area);

    public string Name { get; } = options.Name is { Length: > 0 } name ? name : options.Area;

    public Uri Url { get; } = options.Url!;

    public Uri Link { get; } = options.Link!;

    /// <summary>Whether the certificate was issued by this area's own authority and to this area's id.</summary>
    /// <remarks>
    /// Both are checked: areas may share an authority, and another authority may issue a certificate for the same name.
    /// </remarks>
    public bool IsIdentifiedBy(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.DisableCertificateDownloads = true;
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
