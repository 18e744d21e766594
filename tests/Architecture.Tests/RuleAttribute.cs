using System.Runtime.CompilerServices;

namespace PeerNet.Architecture.Tests;

/// <summary>Marks the test that checks the rule with this number in docs/architecture.md.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuleAttribute(
    int number, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line)
{
    /// <summary>The number of the rule.</summary>
    public int Number { get; } = number;
}
