namespace PeerNet.Contracts.Meetings;

/// <summary>The kinds of people who are counted without a name.</summary>
[GenerateSerializer, Alias("peernet.unnamed-kind")]
public enum UnnamedKind
{
    /// <summary>Here for the first time.</summary>
    Newcomers,
    /// <summary>From elsewhere.</summary>
    Visitors,
    /// <summary>With someone they care for.</summary>
    Carers,
    /// <summary>Children.</summary>
    Children,
}

/// <summary>The number of people who came but are not named, by kind; each from 0 to 1,000.</summary>
[GenerateSerializer, Immutable, Alias("peernet.unnamed")]
public sealed record Unnamed(
    [property: Id(0)] int Newcomers = 0,
    [property: Id(1)] int Visitors = 0,
    [property: Id(2)] int Carers = 0,
    [property: Id(3)] int Children = 0)
{
    /// <summary>The total.</summary>
    public int Total => Newcomers + Visitors + Carers + Children;

    /// <summary>The number of one kind.</summary>
    public int Of(UnnamedKind kind) => kind switch
    {
        UnnamedKind.Newcomers => Newcomers,
        UnnamedKind.Visitors => Visitors,
        UnnamedKind.Carers => Carers,
        _ => Children,
    };

    /// <summary>A copy with the number of one kind changed.</summary>
    public Unnamed With(UnnamedKind kind, int count) => kind switch
    {
        UnnamedKind.Newcomers => this with { Newcomers = count },
        UnnamedKind.Visitors => this with { Visitors = count },
        UnnamedKind.Carers => this with { Carers = count },
        _ => this with { Children = count },
    };
}
