using System.Reflection;
using System.Text.RegularExpressions;
using Orleans.Runtime;

namespace PeerNet.Architecture.Tests;

/// <summary>
/// The grains and the records they keep, as compiled. What is found is held against the source text, so that no rule is
/// kept by finding nothing.
/// </summary>
internal static partial class GrainTypes
{
    private const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Assembly Grains = Assembly.Load("PeerNet.Grains");

    /// <summary>Every grain class.</summary>
    public static Type[] All()
    {
        var grains =
            Grains.GetTypes().Where(type => type.IsClass && typeof(IGrainBase).IsAssignableFrom(type)).ToArray();
        var files =
            Repository.Sources("src/Grains").Count(file => file.Name.EndsWith("Grain.cs", StringComparison.Ordinal));
        Assert.True(
            grains.Length >= files, $"{files} files are named *Grain.cs, and only {grains.Length} grains were found");
        return grains;
    }

    /// <summary>Every record that a grain keeps.</summary>
    public static Type[] States()
    {
        var kept =
            from grain in All()
            from constructor in grain.GetConstructors(Everything)
            from parameter in constructor.GetParameters()
            where parameter.ParameterType is { IsGenericType: true } type
                && type.GetGenericTypeDefinition() == typeof(IPersistentState<>)
            select Record(parameter.ParameterType.GetGenericArguments()[0]);
        var states = kept.ToArray();
        var marks = Repository.Sources("src/Grains").Sum(file => PersistentState().Count(file.Bare));
        Assert.True(states.Length == marks, $"The source keeps state {marks} times, and {states.Length} were found");
        return [.. states.Distinct()];
    }

    /// <summary>The record in the row that storage holds.</summary>
    private static Type Record(Type row) => row.IsGenericType ? row.GetGenericArguments()[0] : row;

    /// <summary>A record and every type of Grains that it is made of.</summary>
    public static IEnumerable<Type> MadeOf(Type state) => Reach(state, type => type.Assembly == Grains);

    /// <summary>A record and every PeerNet type it can lead to.</summary>
    public static IEnumerable<Type> LeadsTo(Type state) =>
        Reach(state, type => type.Namespace?.StartsWith("PeerNet", StringComparison.Ordinal) == true);

    /// <summary>What a type declares, without what the compiler adds.</summary>
    public static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(Everything).Where(method => !method.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>The fields of instances, backing fields included.</summary>
    public static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(Everything).Where(field => !field.IsStatic);

    private static HashSet<Type> Reach(Type from, Func<Type, bool> follow)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>([from]);
        while (open.TryPop(out var type))
        {
            if (type.IsGenericType) foreach (var argument in type.GetGenericArguments()) open.Push(argument);
            if (type.GetElementType() is { } element) open.Push(element);
            if (!follow(type) || !seen.Add(type)) continue;
            for (var part = type; part is not null && follow(part); part = part.BaseType)
                foreach (var field in Fields(part)) open.Push(field.FieldType);
            foreach (var kind in type.Assembly.GetTypes().Where(other => other.BaseType == type)) open.Push(kind);
        }

        return seen;
    }

    [GeneratedRegex(@"\[PersistentState\(")]
    private static partial Regex PersistentState();
}
