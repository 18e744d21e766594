using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>What a process has in memory that it can write to (Linux: proc_pid_maps(5), proc_pid_mem(5)).</summary>
internal static class Memory
{
    // Parts overlap, so that what lies across a border is whole in one of the two.
    private const int Part = 1 << 20, Overlap = 1 << 10;

    /// <summary>All of it that is not empty, part by part, with its addresses.</summary>
    public static IEnumerable<(string Range, byte[] Bytes)> Of(int process)
    {
        using var memory = File.OpenHandle($"/proc/{process}/mem", share: FileShare.ReadWrite);
        foreach (var map in File.ReadLines($"/proc/{process}/maps")
            .Select(line => line.Split(' '))
            .Where(map => map[1].StartsWith("rw", StringComparison.Ordinal)))
        {
            var from = Address(map[0].Split('-')[0]);
            var to = Address(map[0].Split('-')[1]);
            for (var at = from; at < to; at += Part)
            {
                var bytes = Read(memory, at, (int)Math.Min(Part + Overlap, to - at));
                if (bytes.AsSpan().ContainsAnyExcept((byte)0)) yield return ($"{at:x}", bytes);
            }
        }
    }

    // What was given back meanwhile, or is the kernel's own, reads as nothing.
    private static byte[] Read(SafeFileHandle memory, long at, int count)
    {
        var bytes = new byte[count];
        try
        {
            return bytes[..RandomAccess.Read(memory, bytes, at)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static long Address(string hex) =>
        long.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
