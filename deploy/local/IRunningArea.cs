namespace PeerNet.Local;

/// <summary>A running area, in this process or in others. Disposing of it stops it.</summary>
internal interface IRunningArea : IAsyncDisposable
{
    LocalArea At { get; }

    /// <summary>The processes it consists of, once it has started.</summary>
    IReadOnlyList<RunningProgram> Programs { get; }

    /// <summary>Starts the area and waits until it is ready.</summary>
    Task Start(CancellationToken cancel);

    /// <summary>Seeds the area, unless it already is.</summary>
    Task<SeededArea> Seed(CancellationToken cancel);

    /// <summary>
    /// Seeds its guests and connections in other areas, unless they already are, once those are seeded.
    /// </summary>
    Task SeedNeighbours(CancellationToken cancel);

    /// <summary>Does some work as a client of the area's silo.</summary>
    Task<T> AsClient<T>(Func<IGrainFactory, Task<T>> work, CancellationToken cancel);
}

/// <summary>A process, and how a script can start it again.</summary>
/// <param name="Name"><c>silo</c>, <c>gateway</c>, or <c>local</c> for both in one.</param>
/// <param name="ProcessId">The process ID.</param>
/// <param name="Start">How it was started; null for the current process.</param>
internal sealed record RunningProgram(string Name, int ProcessId, ProgramStart? Start = null);

/// <summary>How to start a program.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Settings">The environment variables to set.</param>
/// <param name="Url">The address it listens on, where /health/ready reports that it is ready.</param>
/// <param name="Log">The file its output is written to.</param>
internal sealed record ProgramStart(
    IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Settings, string Url, string Log);
