using Microsoft.Extensions.Logging;

namespace PeerNet.Grains.Durability;

/// <summary>Names messages within the area that are no longer sent.</summary>
internal static partial class ParkedMessages
{
    [LoggerMessage(1209, LogLevel.Warning, "A message of {Sender} was refused too often and is parked: {Kind}, {Code}")]
    public static partial void Report(ILogger log, Guid sender, string kind, string code);
}
