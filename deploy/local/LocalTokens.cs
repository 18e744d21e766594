using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PeerNet.Contracts.Members;

namespace PeerNet.Local;

/// <summary>
/// Signs an area's tokens with a key that is created on this computer, so that they are worthless anywhere else.
/// </summary>
internal sealed class LocalTokens
{
    public const string Issuer = "https://local.peernet.invalid";

    private readonly string area;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LocalTokens(string area, DirectoryInfo folder)
    {
        this.area = area;
        var file = Path.Combine(folder.FullName, $"{area}.key.pem");
        PublicKeyFile = Path.Combine(folder.FullName, $"{area}.public.pem");
        if (File.Exists(file)) key.ImportFromPem(File.ReadAllText(file));
        else PrivateFile.Write(file, key.ExportECPrivateKeyPem());
        PrivateFile.Write(PublicKeyFile, key.ExportSubjectPublicKeyInfoPem());
    }

    public string PublicKeyFile { get; }

    /// <summary>Creates a token that is valid for a year.</summary>
    public string For(MemberId member, string? role, DateTimeOffset now)
    {
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = area,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime.AddMinutes(-5),
            Expires = now.UtcDateTime.AddYears(1),
            Claims = role is null
                ? new Dictionary<string, object> { ["sub"] = member.ToString() }
                : new Dictionary<string, object> { ["sub"] = member.ToString(), ["role"] = role },
            SigningCredentials = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
        });
    }
}
