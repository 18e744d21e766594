using System.Reflection;

namespace PeerNet.Gateway.Tests.Access;

/// <summary>Who may do what: the rows of every noun, and how to be each caller.</summary>
internal static class AccessTable
{
    private static readonly Type[] Nouns =
        [.. typeof(IAccess).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IAccess)))];

    /// <summary>The columns of every table.</summary>
    public static IReadOnlyList<string> Callers { get; } =
        ["visitor", "stranger", "asked", "member", "lead", "coordinator", "networkCoordinator"];

    /// <summary>Every row.</summary>
    public static IReadOnlyList<Row> Rows { get; } =
        [.. Nouns.SelectMany(noun => Of<string>(noun, nameof(IAccess.Rows)).Split('\n').Select(Row.Parse))];

    /// <summary>What each row sends.</summary>
    public static Attempts Attempts { get; } = All();

    public static Person Caller(this Scene scene, string name) => name switch
    {
        "visitor" => Person.Visitor,
        "stranger" => scene.Stranger,
        "asked" => scene.Asked,
        "member" => scene.Member,
        "lead" => scene.Lead,
        "coordinator" => scene.Coordinator,
        "networkCoordinator" => scene.NetworkCoordinator,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static T Of<T>(Type noun, string property) =>
        (T)noun.GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static Attempts All()
    {
        var all = new Attempts();
        foreach (var (name, attempt) in Nouns.SelectMany(
            noun => Of<Attempts>(noun, nameof(IAccess.Attempts)))) all.Add(name, attempt);
        return all;
    }
}

/// <summary>One endpoint, what it is about, whom it admits, and the status for each caller.</summary>
internal sealed record Row(string Endpoint, string About, string Admits, int[] Statuses)
{
    public string Name => $"{Endpoint} {About}".Trim();

    public static Row Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var statuses = words[^AccessTable.Callers.Count..];
        var about = words[2..^(statuses.Length + 1)];
        return new(
            $"{words[0]} {words[1]}",
            string.Join(' ', about),
            words[^(statuses.Length + 1)],
            [.. statuses.Select(int.Parse)]);
    }
}
