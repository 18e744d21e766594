using System.Reflection;
using System.Text.RegularExpressions;
using PeerNet.Contracts;

namespace PeerNet.Architecture.Tests;

/// <summary>Every refusal has a code, a page and a status.</summary>
public sealed partial class RefusalRules
{
    [Rule(7)]
    public void Every_refusal_has_a_page_and_every_page_a_refusal()
    {
        var refusals = Refusals();
        var pages = Pages();
        var gateway = Repository.Sources("src/Gateway");
        var problems = gateway.Where(file => file.Under("src/Gateway/Problems")).ToArray();
        var spoken = gateway.SelectMany(file => file.Strings).ToHashSet();
        var codes = refusals.Select(refusal => refusal.Code).ToHashSet();

        Assert.NotEmpty(refusals);
        Broken.None(
        [
            .. refusals.GroupBy(refusal => refusal.Code)
                .Where(same => same.Count() > 1)
                .Select(same => $"{same.Key} is defined by {string.Join(" and ", same.Select(refusal => refusal.By))}"),
            .. codes.Concat(pages.Keys)
                .Where(code => !NounReason().IsMatch(code) && code != "fault")
                .Select(code => $"{code} is not noun.reason"),
            .. codes.Except(pages.Keys).Select(code => $"docs/problems.md has no heading {code}"),
            .. problems.SelectMany(file => file.Strings)
                .Where(text => NounReason().IsMatch(text) && !IsFile().IsMatch(text))
                .Except(pages.Keys)
                .Select(code => $"docs/problems.md has no heading {code}"),
            .. pages.Keys.Except(codes)
                .Where(code => problems.Length > 0 && !spoken.Contains(code))
                .Select(code => $"docs/problems.md has {code}, which nothing uses"),
            .. Untranslatable(),
        ]);
    }

    [Rule(8)]
    public void Every_kind_of_refusal_has_one_status()
    {
        var statuses = Statuses();
        var pages = Pages();
        var answer = Repository.Files("src/Gateway/Problems", "/Answer.cs").SingleOrDefault();
        var mapped = answer is null ? statuses : Mapping().Matches(answer.Code)
            .ToDictionary(arm => arm.Groups["kind"].Value, arm => arm.Groups["status"].Value);
        Broken.None(
        [
            .. Enum.GetNames<RefusalKind>()
                .Except(statuses.Keys)
                .Select(kind => $"RefusalKind.{kind} has no status in its summary"),
            .. Enum.GetNames<RefusalKind>()
                .Where(kind => mapped.GetValueOrDefault(kind) != statuses.GetValueOrDefault(kind))
                .Select(kind => $"Answer.cs does not map {kind} to {statuses.GetValueOrDefault(kind)}"),
            .. from refusal in Refusals()
               where refusal.Kind is { } kind && pages.TryGetValue(refusal.Code, out var status)
                   && status != statuses.GetValueOrDefault(kind.ToString())
               select $"docs/problems.md gives {refusal.Code} the status {pages[refusal.Code]}",
        ]);
    }

    /// <summary>All codes and where they are defined. A constant is a code whose status the Gateway sets.</summary>
    private static (string By, string Code, RefusalKind? Kind)[] Refusals() =>
    [
        .. from catalogue in Catalogues()
           from member in catalogue.GetMembers(BindingFlags.Public | BindingFlags.Static)
           let source = $"{catalogue.Name}.{member.Name}"
           let made = member switch
           {
               PropertyInfo property => property.GetValue(null) as Refusal,
               MethodInfo { IsSpecialName: false } method =>
                   method.Invoke(null, [.. method.GetParameters().Select(Anything)]) as Refusal,
               _ => null,
           }
           let constant = (member as FieldInfo)?.GetRawConstantValue() as string
           where made is not null || constant is not null
           select (source, made?.Code ?? constant!, made?.Kind),
    ];

    // A number or a name in a detail has a place in its pattern.
    private static IEnumerable<string> Untranslatable()
    {
        return from catalogue in Catalogues()
               from method in catalogue.GetMethods(BindingFlags.Public | BindingFlags.Static)
               where !method.IsSpecialName && method.ReturnType == typeof(Refusal)
               let values = method.GetParameters().Select(Anything).ToArray()
               let refusal = (Refusal)method.Invoke(null, values)!
               from given in method.GetParameters()
               where given.Name is not ("field" or "detail")
               let value = $"{values[given.Position]}"
               where refusal.Detail?.Contains(value, StringComparison.Ordinal) == true
                   && !refusal.Values.Contains(value)
               select $"{catalogue.Name}.{method.Name} says its {given.Name} outside Refusal.Saying";
    }

    private static IEnumerable<Type> Catalogues() =>
        typeof(Refusal).Assembly.GetTypes().Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal));

    private static object? Anything(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(string)) return $"the {parameter.Name}";
        if (parameter.ParameterType == typeof(int)) return 7_919;
        if (parameter.ParameterType.IsValueType) return Activator.CreateInstance(parameter.ParameterType);
        return null;
    }

    /// <summary>Headings of docs/problems.md, each with the status that follows it.</summary>
    private static Dictionary<string, string> Pages()
    {
        return Heading().Matches(Repository.Read("docs/problems.md"))
            .ToDictionary(page => page.Groups["code"].Value, page => page.Groups["status"].Value);
    }

    /// <summary>The status of each kind, from its summary.</summary>
    private static Dictionary<string, string> Statuses()
    {
        return Kind().Matches(Repository.Read("src/Contracts/Refusal.cs"))
            .ToDictionary(kind => kind.Groups["kind"].Value, kind => kind.Groups["status"].Value);
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*[.][a-z]+(-[a-z]+)*$")]
    private static partial Regex NounReason();

    [GeneratedRegex("[.](md|html|json|css|js|svg|txt)$")]
    private static partial Regex IsFile();

    [GeneratedRegex(@"^## (?<code>\S+)\s+Status: (?<status>\d{3})\b", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@": (?<status>\d{3})\.</summary>\s+(?<kind>\w+),")]
    private static partial Regex Kind();

    [GeneratedRegex(@"RefusalKind\.(?<kind>\w+)\s*=>\s*[^,;\d]*(?<status>\d{3})")]
    private static partial Regex Mapping();
}
