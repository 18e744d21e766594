namespace PeerNet.Gateway.Api;

/// <summary>How the parameters of an endpoint are read.</summary>
internal static class Binding
{
    /// <summary>
    /// Reads them at run time, because the code that is generated otherwise does not name an optional parameter that it
    /// cannot read. For endpoints with optional numbers, dates or areas.
    /// </summary>
    public static Delegate AtRunTime(Delegate handler) => handler;
}
