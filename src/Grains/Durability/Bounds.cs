using System.Collections;
using System.Reflection;

namespace PeerNet.Grains.Durability;

/// <summary>Checks the lists of one kind of record, and of the records within it.</summary>
internal static class Bounds<TRecord>
{
    private static readonly (PropertyInfo[] Path, int Max)[] Lists = [.. Find(typeof(TRecord), [])];

    /// <summary>Whether every list has at most as many items as its bound.</summary>
    public static bool Hold(TRecord record)
    {
        foreach (var (path, max) in Lists)
        {
            object? part = record;
            foreach (var step in path) part = part is null ? null : step.GetValue(part);
            if (part is ICollection list && list.Count > max) return false;
        }
        return true;
    }

    private static IEnumerable<(PropertyInfo[] Path, int Max)> Find(Type type, PropertyInfo[] path)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<MaxItemsAttribute>() is { } max)
                yield return ([.. path, property], max.Items);
            else if (property.CanWrite && property.PropertyType.IsClass
                && property.PropertyType.Assembly == typeof(MaxItemsAttribute).Assembly)
                foreach (var inner in Find(property.PropertyType, [.. path, property])) yield return inner;
        }
    }
}
