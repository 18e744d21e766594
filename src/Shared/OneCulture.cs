using System.Globalization;
using System.Runtime.CompilerServices;

namespace PeerNet;

/// <summary>
/// Makes every thread use the invariant culture. ICU is there for searching only; what PeerNet writes and parses never
/// depends on the language of the machine.
/// </summary>
internal static class OneCulture
{
    [ModuleInitializer]
    internal static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }
}
