using System.Net.NetworkInformation;

namespace PeerNet.Scenarios;

/// <summary>Loopback ports that nobody else uses for as long as this process runs.</summary>
public static class Ports
{
    // Below the ports that the system gives to outgoing connections: one of those could take a port before it is used.
    private const int Lowest = 10_000, Highest = 32_000, BlockSize = 500;

    private static readonly Lock handing = new();
    private static readonly List<FileStream> claims = [];
    private static int next, end;

    /// <summary>One of them.</summary>
    public static int Free() => FreeRange(1);

    /// <summary>The first of some in a row.</summary>
    public static int FreeRange(int count)
    {
        lock (handing)
        {
            while (true)
            {
                if (next + count > end) ClaimBlock();
                var first = next;
                next += count;
                var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
                if (!taken.Any(at => at.Port >= first && at.Port < first + count)) return first;
            }
        }
    }

    // Test programs run side by side, and ports are bound later than they are chosen. So each program holds a lock on
    // its ports; the system releases it when the program ends, however it ends.
    private static void ClaimBlock()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"peernet-ports-{Environment.UserName}");
        Directory.CreateDirectory(folder);
        for (var first = Lowest; first < Highest; first += BlockSize)
        {
            try
            {
                claims.Add(new(Path.Combine(folder, $"{first}"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                    FileShare.None));
            }
            catch (IOException)
            {
                // Another program's.
                continue;
            }
            next = first;
            end = first + BlockSize;
            return;
        }
        throw new InvalidOperationException("Other test programs hold all ports.");
    }
}
