using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Orleans.Runtime;
using PeerNet.Contracts.Connections;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Tests.Durability;

/// <summary>No list in any record grows without end.</summary>
public sealed class BoundsTests
{
    [Fact]
    public void Every_list_in_every_record_has_a_bound()
    {
        var records = typeof(Row<>).Assembly.GetTypes()
            .SelectMany(
                type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>() is not null)
            .Select(parameter => parameter.ParameterType.GetGenericArguments()[0].GetGenericArguments()[0])
            .ToList();
        Assert.True(records.Count > 4, "Too few records were found.");
        var unbounded = records.SelectMany(record => Lists(record, []))
            .Where(list => list.GetCustomAttribute<MaxItemsAttribute>() is null)
            .Select(list => $"{list.DeclaringType!.Name}.{list.Name} needs [MaxItems]");
        Assert.Empty(unbounded);
    }

    [Fact]
    public void A_commit_that_exceeds_a_bound_is_refused_also_deep_inside_a_record()
    {
        var full = new Row<Shelf>().After((_, _) => new Shelf { Books = [1, 2, 3] }, Abroad.East, default).Yes();
        Assert.Equal(3, full.Record.Books.Length);
        Assert.Equal(
            "record.full", full.After((_, _) => new Shelf { Books = [1, 2, 3, 4] }, Abroad.East, default).No());
        var many = Enumerable.Range(0, 201).Select(_ => default(SharedMeeting)!);
        Assert.False(Bounds<Group>.Hold(new() { Connections = new() { Shared = [.. many] } }));
        Assert.True(Bounds<Group>.Hold(new() { Connections = new() { Shared = [.. many.Skip(1)] } }));
    }

    // Lists of values that people write, such as topics, are bounded by the rules that check them at the door.
    internal static IEnumerable<PropertyInfo> Lists(Type type, HashSet<Type> seen)
    {
        if (type.Assembly != typeof(Row<>).Assembly || !seen.Add(type)) yield break;
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            var isList = property.PropertyType != typeof(string)
                && property.PropertyType.IsAssignableTo(typeof(IEnumerable));
            if (isList) yield return property;
            var parts = property.PropertyType.GetGenericArguments().Append(property.PropertyType);
            foreach (var inner in parts.SelectMany(part => Lists(part, seen))) yield return inner;
        }
    }

    private sealed record Shelf
    {
        [MaxItems(3)]
        public ImmutableArray<int> Books { get; init; } = [];
    }
}
