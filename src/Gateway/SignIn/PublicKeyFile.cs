using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// Reads an issuer's public key from a PEM file: <c>PUBLIC KEY</c> of either kind, or <c>RSA PUBLIC KEY</c>.
/// </summary>
internal static class PublicKeyFile
{
    public static AsymmetricSecurityKey Read(string file)
    {
        var pem = File.ReadAllText(file);
        if (!PemEncoding.TryFind(pem, out var found)) throw Unusable(file);
        var der = Convert.FromBase64String(pem[found.Base64Data]);
        return pem[found.Label] switch
        {
            // PKCS #1, which names no algorithm.
            "RSA PUBLIC KEY" => Pkcs1(der),
            "PUBLIC KEY" => SubjectPublicKeyInfo(der) ?? throw Unusable(file),
            _ => throw Unusable(file),
        };
    }

    private static RsaSecurityKey Pkcs1(byte[] der)
    {
        var rsa = RSA.Create();
        rsa.ImportRSAPublicKey(der, out _);
        return new(rsa);
    }

    private static AsymmetricSecurityKey? SubjectPublicKeyInfo(byte[] der)
    {
        var key = PublicKey.CreateFromSubjectPublicKeyInfo(der, out _);
        if (key.GetRSAPublicKey() is { } rsa) return new RsaSecurityKey(rsa);
        return key.GetECDsaPublicKey() is { } ec ? new ECDsaSecurityKey(ec) : null;
    }

    private static InvalidOperationException Unusable(string file) =>
        new($"PeerNet:Tokens:PublicKeyFile has to be a public key in PEM format, EC P-256 or RSA; {file} is not.");
}
