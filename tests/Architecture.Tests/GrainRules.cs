using System.Reflection;
using PeerNet.Contracts;

namespace PeerNet.Architecture.Tests;

/// <summary>Thin hidden grains over pure records.</summary>
public sealed class GrainRules
{
    [Rule(2)]
    public void Grains_are_hidden_sealed_and_named()
    {
        var grains = GrainTypes.All();
        Broken.None(
        [
            .. grains.Where(grain => grain.IsVisible).Select(grain => $"{grain} is public"),
            .. grains.Where(grain => !grain.IsSealed).Select(grain => $"{grain} is not sealed"),
            .. grains.Where(grain => !grain.Name.EndsWith("Grain", StringComparison.Ordinal))
                .Select(grain => $"{grain} is not named as a grain"),
            .. grains.Where(grain => grain.GetCustomAttribute<GrainTypeAttribute>() is null)
                .Select(grain => $"{grain} has no [GrainType]"),
            .. grains.Where(grain => !grain.GetInterfaces().Intersect(ContractRules.Interfaces()).Any())
                .Select(grain => $"{grain} keeps no interface of Contracts"),
        ]);
    }

    [Rule(26)]
    public void Records_declare_nothing_that_their_row_has()
    {
        var row = Assembly.Load("PeerNet.Grains").GetType("PeerNet.Grains.Durability.Row`1")!;
        var envelope =
            row.GetProperties().Select(property => property.Name).Except(["Record"]).Append("Letters").ToArray();
        Assert.Contains("Outbox", envelope);
        Broken.None(
            from state in GrainTypes.States()
            from property in state.GetProperties()
            where envelope.Contains(property.Name)
            select $"{state}.{property.Name} belongs to the row");
    }

    [Rule(4)]
    public void State_records_are_pure()
    {
        var states = GrainTypes.States();
        var parts = states.SelectMany(GrainTypes.MadeOf).Distinct().Where(type => !type.IsEnum).ToArray();
        Broken.None(
        [
            .. states.Where(state => state.IsVisible || !state.IsSealed || state.GetMethod("<Clone>$") is null)
                .Select(state => $"{state} is not an internal sealed record"),
            .. parts.Where(type => type.IsInterface).Select(type => $"{type} is an interface, and kept in a record"),
            .. from type in parts
               from field in GrainTypes.Fields(type)
               where !field.IsInitOnly
               select $"{type}: {field.Name} can be set after it is made",
            .. from type in parts
               from field in GrainTypes.Fields(type)
               where IsClock(field.FieldType)
               select $"{type} holds a clock",
            .. from type in parts
               from method in GrainTypes.Methods(type)
               where IsAsync(method.ReturnType)
               select $"{type}.{method.Name} waits for something",
            .. from type in parts
               from method in GrainTypes.Methods(type)
               from parameter in method.GetParameters()
               where IsClock(parameter.ParameterType)
               select $"{type}.{method.Name} takes a clock; give it now",
            .. from state in states
               from method in GrainTypes.Methods(state)
               where method.ReturnType == state
                   || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericArguments().Contains(state))
               from parameter in method.GetParameters()
               where parameter.ParameterType == typeof(DateTimeOffset) && parameter.Name != "now"
               select $"{state}.{method.Name}: the instant {parameter.Name} is called now",
        ]);
    }

    private static bool IsClock(Type type) => typeof(TimeProvider).IsAssignableFrom(type) || type.Name is "IClock";

    private static bool IsAsync(Type type)
    {
        return typeof(Task).IsAssignableFrom(type) || type.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            || type.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal);
    }
}
