namespace PeerNet.Silo.Storage;

/// <summary>Applies the schema before anything else in the silo asks the database for its queries.</summary>
internal sealed partial class SchemaAtStart(AreaDatabase database, ILogger<SchemaAtStart> log) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(SchemaAtStart), ServiceLifecycleStage.First, Apply);

    private async Task Apply(CancellationToken cancellationToken)
    {
        foreach (var version in await Schema.Apply(database, cancellationToken)) Applied(version);
    }

    [LoggerMessage(1001, LogLevel.Information, "Schema script {Version} applied.")]
    private partial void Applied(int version);
}
