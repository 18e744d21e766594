using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts;

/// <summary>The name of a grain: area, kind and opaque id, written <c>east-sussex/group/01994b1e-…</c>; never a name, an e-mail or a hash of one.</summary>
public readonly record struct GrainKey(AreaId Area, string Kind, Guid Id)
{
    /// <summary>The key as Orleans, storage and logs see it.</summary>
    public override string ToString() => $"{Area}/{Kind}/{Id}";

    /// <summary>Reads a key; anything but three well-formed parts is not one.</summary>
    public static bool TryParse(string? text, out GrainKey key)
    {
        key = default;
        if (text?.Split('/') is not [var area, var kind, var id]) return false;
        if (!AreaId.TryParse(area, out var areaId) || !Guid.TryParseExact(id, "D", out var guid)) return false;
        key = new(areaId, kind, guid);
        return true;
    }

    /// <summary>Reads a key that this system wrote.</summary>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static GrainKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException("Not a grain key.");
}
