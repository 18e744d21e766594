using System.Runtime.CompilerServices;

namespace PeerNet.Architecture.Tests;

/// <summary>A test that runs the rule of that number in docs/architecture.md.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuleAttribute(int number, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line)
{
    /// <summary>The number on the page.</summary>
    public int Number { get; } = number;
}
