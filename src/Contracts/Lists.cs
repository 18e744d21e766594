using System.Collections.Immutable;

namespace PeerNet.Contracts;

/// <summary>What is checked of lists that others send.</summary>
public static class Lists
{
    /// <summary>Whether it is a list of different items.</summary>
    public static bool AreDifferent<T>(this ImmutableArray<T> items) =>
        !items.IsDefault && items.Distinct().Count() == items.Length;
}
