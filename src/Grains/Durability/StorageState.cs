using Microsoft.Extensions.Logging;
using PeerNet.Contracts;

namespace PeerNet.Grains.Durability;

/// <summary>Whether this silo can store anything at present. If not, it is not ready.</summary>
internal sealed partial class StorageState(ILogger<StorageState> log)
{
    private volatile bool failed;

    /// <summary>Whether the last attempt to store something succeeded.</summary>
    public bool IsAvailable => !failed;

    /// <summary>Throws if nothing can be stored.</summary>
    /// <exception cref="StorageUnavailableException">Nothing can be stored.</exception>
    public void Demand()
    {
        if (failed) throw new StorageUnavailableException();
    }

    /// <summary>Records that nothing can be stored.</summary>
    public void Fail(string reason)
    {
        if (!failed) CannotStore(reason);
        failed = true;
    }

    /// <summary>Records that the area stores again.</summary>
    public void Recover()
    {
        if (failed) Stores();
        failed = false;
    }

    [LoggerMessage(1202, LogLevel.Error, "The area cannot store anything: {Reason}")]
    private partial void CannotStore(string reason);

    [LoggerMessage(1203, LogLevel.Information, "The area stores again")]
    private partial void Stores();
}
