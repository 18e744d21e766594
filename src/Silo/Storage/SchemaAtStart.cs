namespace PeerNet.Silo.Storage;

/// <summary>Applies the schema when the silo starts, before Orleans reads its queries from the database.</summary>
internal sealed partial class SchemaAtStart(AreaDatabase database, ILogger<SchemaAtStart> log)
    : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SchemaAtStart), ServiceLifecycleStage.First, Apply);

    private async Task Apply(CancellationToken cancellationToken)
    {
        foreach (var version in await database.Take(cancellationToken)) Applied(version);
    }

    [LoggerMessage(1001, LogLevel.Information, "Applied schema script {Version}.")]
    private partial void Applied(int version);
}
