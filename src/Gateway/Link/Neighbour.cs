using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Link;

/// <summary>Another area, and how to know that it is that area and no other.</summary>
internal sealed class Neighbour(NeighbourOptions options)
{
    private readonly X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(options.AuthorityFile!);

    public AreaId Area { get; } = new(options.Area);

    public string Name { get; } = options.Name is { Length: > 0 } name ? name : options.Area;

    public Uri Url { get; } = options.Url!;

    public Uri Link { get; } = options.Link!;

    /// <summary>Whether a certificate is this area's: its own authority vouches for it, and the name on it is the area's. Another area with the same authority has another name; the same name from another authority is nobody.</summary>
    public bool IsShownBy(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.DisableCertificateDownloads = true;
        // An authority of one area has no revocation list to ask; a stolen key is answered with a new authority (runbook).
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate) && NameOf(certificate) == Area.Value;
    }

    /// <summary>The one name on a certificate: what stands under DNS, else its common name.</summary>
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
