using System.Security.Cryptography;
using System.Text.Json;
using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>A short hash that changes whenever a value does.</summary>
internal static class Digest
{
    private const int Bytes = 16;

    /// <summary>The hash of a value's JSON.</summary>
    public static string Of(object value)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), PeerNetJson.Options));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
