using System.Text.Json.Serialization.Metadata;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>What may cross from area to area, field by field. The golden file is read by people before it is changed: a field in it leaves the area.</summary>
public sealed class WireTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Link", "wire.v1.txt");

    [Fact]
    public void Every_field_that_may_cross_stands_in_the_golden_file()
    {
        var now = Fields(typeof(CardFeedPage)).Concat(Fields(typeof(Letter))).Distinct().ToArray();
        Assert.True(now.Length > 60, "Nothing was found to compare.");
        Assert.Equal(File.ReadAllLines(Golden), now);
    }

    [Fact]
    public void Nothing_that_crosses_can_be_extended()
    {
        var crossing = Types(typeof(CardFeedPage)).Concat(Types(typeof(Letter))).ToArray();
        Assert.DoesNotContain(crossing, type => !type.IsSealed && type != typeof(Letter));
        Assert.All(typeof(Letter).Assembly.GetTypes().Where(type => type.BaseType == typeof(Letter)), kind => Assert.Contains(kind, crossing));
    }

    private static IEnumerable<string> Fields(Type root) =>
        from type in Types(root)
        from field in LinkJson.Options.GetTypeInfo(type).Properties
        where field.Get is not null
        select $"{type.Name}.{field.Name}: {Name(field.PropertyType)}";

    private static List<Type> Types(Type root)
    {
        var found = new List<Type>();
        var open = new Queue<Type>([root]);
        while (open.TryDequeue(out var type))
        {
            var info = LinkJson.Options.GetTypeInfo(type);
            if (info.ElementType is { } element) open.Enqueue(element);
            if (info.Kind != JsonTypeInfoKind.Object || found.Contains(type)) continue;
            found.Add(type);
            foreach (var field in info.Properties) open.Enqueue(Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType);
            foreach (var kind in info.PolymorphismOptions?.DerivedTypes ?? []) open.Enqueue(kind.DerivedType);
        }
        return found;
    }

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } plain ? $"{Name(plain)}?"
        : type.IsGenericType ? $"list of {Name(type.GetGenericArguments()[0])}"
        : type.Name;
}
