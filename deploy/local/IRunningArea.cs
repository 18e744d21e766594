namespace PeerNet.Local;

/// <summary>One area that runs, in this process or in others; it ends when it is disposed of.</summary>
internal interface IRunningArea : IAsyncDisposable
{
    LocalArea At { get; }

    /// <summary>The processes that it is made of, once it has started.</summary>
    IReadOnlyList<RunningProgram> Programs { get; }

    /// <summary>Starts it and waits until it serves.</summary>
    Task Start(CancellationToken cancel);

    /// <summary>Seeds it unless it is.</summary>
    Task<SeededArea> Seed(CancellationToken cancel);
}

/// <summary>A process, and how a script starts it again once it has ended.</summary>
/// <param name="Name">silo, gateway, or local for both in one.</param>
/// <param name="ProcessId">Its id.</param>
/// <param name="Start">How it was started; null for this process.</param>
internal sealed record RunningProgram(string Name, int ProcessId, ProgramStart? Start = null);

/// <summary>How a program is started.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Settings">What it finds in its environment.</param>
/// <param name="Url">Where it answers; /health/ready says that it serves.</param>
/// <param name="Log">Where what it says is written.</param>
internal sealed record ProgramStart(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Settings, string Url, string Log);
