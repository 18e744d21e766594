using System.Reflection;
using PeerNet.Contracts;

namespace PeerNet.Architecture.Tests;

/// <summary>How grain interfaces appear on the wire.</summary>
public sealed class ContractRules
{
    private const int MaxMethods = 9;

    [Rule(3)]
    public void Grain_interfaces_name_what_crosses_and_stay_small()
    {
        var interfaces = Interfaces();
        Assert.NotEmpty(interfaces);
        Broken.None(
        [
            .. interfaces.Where(contract => contract.GetCustomAttribute<GrainInterfaceTypeAttribute>() is null)
                .Select(contract => $"{contract.Name} has no [GrainInterfaceType]"),
            .. interfaces.Where(contract => contract.GetMethods().Length > MaxMethods)
                .Select(contract => $"{contract.Name} has {contract.GetMethods().Length} methods"),
            .. from contract in interfaces
               from method in contract.GetMethods()
               where method.GetCustomAttribute<AliasAttribute>() is null
               select $"{contract.Name}.{method.Name} has no [Alias]",
            .. from contract in interfaces
               from method in contract.GetMethods()
               where method.Name.EndsWith("Async", StringComparison.Ordinal)
               select $"{contract.Name}.{method.Name} has the suffix Async, which every grain method would have",
        ]);
    }

    /// <summary>All grain interfaces in Contracts.</summary>
    internal static Type[] Interfaces() => [
        .. typeof(Refusal).Assembly.GetTypes().Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
    ];
}
