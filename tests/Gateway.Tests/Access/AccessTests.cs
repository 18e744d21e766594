namespace PeerNet.Gateway.Tests.Access;

/// <summary>The table of who may do what, tried out cell by cell on fresh groups, people and meetings.</summary>
public sealed class AccessTests(RunningArea area)
{
    public static TheoryData<string> Names => [.. AccessTable.Rows.Select(row => row.Name)];

    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var routes = ApiRoutes.Of(area);
        Assert.NotEmpty(routes);
        Assert.Empty(routes.Except(AccessTable.Rows.Select(row => row.Endpoint)));
        Assert.Empty(AccessTable.Rows.Select(row => row.Endpoint).Except(routes));
        Assert.Equal(AccessTable.Rows.Select(row => row.Name).Order(), AccessTable.Attempts.Keys.Order());
    }

    [Fact]
    public void Every_endpoint_declares_whom_it_admits_as_its_rows_say()
    {
        var declared = ApiRoutes.Admitted(area);
        Assert.All(
            AccessTable.Rows,
            row => Assert.Equal($"{row.Endpoint} {row.Admits}", $"{row.Endpoint} {declared[row.Endpoint]}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_caller_gets_the_answer_of_the_table(string name)
    {
        var row = AccessTable.Rows.Single(row => row.Name == name);
        var untouched = await Fresh();
        var expected = AccessTable.Callers.Zip(row.Statuses).ToList();
        var got = await Task.WhenAll(expected.Select(async cell =>
        {
            var scene = Changes(row, cell.Second) ? await Fresh() : untouched;
            return (cell.First, (await AccessTable.Attempts[name](area.Http, scene, scene.Caller(cell.First))).Status);
        }));
        Assert.Equal(expected, got);
    }

    // What is only read, or refused, leaves the scene as good as new for the next caller.
    private static bool Changes(Row row, int status) =>
        status < 400 && !row.Endpoint.StartsWith("GET", StringComparison.Ordinal);

    private async Task<Scene> Fresh() => await (await Scene.Make(area)).Known();
}
