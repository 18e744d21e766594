using System.Diagnostics.CodeAnalysis;

namespace PeerNet.Contracts;

/// <summary>
/// What a grain answers: a value, or the refusal that stands in its place. A no is a value; only faults are exceptions.
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

    /// <summary>True, with the refusal, when the answer is no; false, with the value, when it is yes.</summary>
    public bool Refused([NotNullWhen(true)] out Refusal? no, [MaybeNullWhen(true)] out T yes)
    {
        no = refusal;
        yes = value;
        return refusal is not null;
    }

    /// <summary>Goes on with the value, or carries the refusal.</summary>
    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => Refused(out var no, out var yes) ? no : next(yes);

    /// <summary>The value as something else, or the refusal.</summary>
    public Result<TNext> Map<TNext>(Func<T, TNext> map) => Refused(out var no, out var yes) ? no : map(yes);

    /// <summary>A yes.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A no.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>
/// An answer to a PUT: what now stands there, and whether this request made it (201) or found it (200).
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.written`1")]
public readonly record struct Written<T>([property: Id(0)] T Answer, [property: Id(1)] bool Created);

/// <summary>An answer that has nothing to tell but that it is done.</summary>
[GenerateSerializer, Immutable, Alias("peernet.done")]
public readonly record struct Done;
