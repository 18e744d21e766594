using System.Security.Cryptography;
using System.Text.Json;
using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>A short text that changes whenever a value does.</summary>
internal static class Digest
{
    private const int Bytes = 16;

    /// <summary>The digest of what a value looks like as JSON.</summary>
    public static string Of(object value)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), PeerNetJson.Options));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
