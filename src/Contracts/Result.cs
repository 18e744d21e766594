using System.Diagnostics.CodeAnalysis;

namespace PeerNet.Contracts;

/// <summary>
/// A grain's answer: a value or a refusal. Refusals are values; only faults are exceptions.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.result`1")]
public readonly record struct Result<T>
{
    [Id(0)] private readonly T? value;
    [Id(1)] private readonly Refusal? refusal;

    private Result(T? value, Refusal? refusal)
    {
        this.value = value;
        this.refusal = refusal;
    }

    /// <summary>True, with the refusal, if the request was refused; otherwise false, with the value.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? no, [MaybeNullWhen(true)] out T yes)
    {
        no = refusal;
        yes = value;
        return refusal is not null;
    }

    /// <summary>Continues with the value, or passes the refusal on.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => Refused(out var no, out var yes) ? no : next(yes);

    /// <summary>Converts the value, or passes the refusal on.</summary>
    public Result<TNext> Map<TNext>(Func<T, TNext> map) => Refused(out var no, out var yes) ? no : map(yes);

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>
/// The answer to a PUT: the current state, and whether this request created it (201) or not (200).
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.written`1")]
public readonly record struct Written<T>([property: Id(0)] T Answer, [property: Id(1)] bool Created);

/// <summary>The answer to a successful request that returns no data.</summary>
[GenerateSerializer, Immutable, Alias("peernet.done")]
public readonly record struct Done;
