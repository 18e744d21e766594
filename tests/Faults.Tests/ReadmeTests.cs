using System.Text.RegularExpressions;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests;

/// <summary>The first page is true, line by line.</summary>
[Collection(SharedNetwork.Name)]
public sealed partial class ReadmeTests(SharedNetwork shared)
{
    [Fact]
    public async Task The_first_page_runs_as_written_and_what_it_logs_is_there_after_a_crash()
    {
        await using var network = new LocalNetwork();
        var first = await network.Start();
        var lines = await Lines(0);
        Assert.Contains("curl", lines, StringComparison.Ordinal);
        var told = await network.Shell(lines + "\necho \"meeting $meeting\"");
        // Logged twice and read back once: three times the same three people, one of them with a name.
        Assert.Equal(3, Regex.Count(told, "\"named\":1,\"headCount\":3,"));
        Assert.Contains("\"nextMeeting\":", told, StringComparison.Ordinal);
        Assert.Contains("\"consents\":", told, StringComparison.Ordinal);

        await network.Program.Kill();
        var later = await network.Start();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"First start {first.TotalSeconds:0.0} s, later start {later.TotalSeconds:0.0} s.");
        var meeting = told[(told.LastIndexOf("meeting ", StringComparison.Ordinal) + 8)..].Trim();
        var again = await network.Shell($"""
            . .peernet/network.sh
            curl -sS $brighton/meetings/{meeting} -H "Authorization: Bearer $brighton_lead_token"
            """);
        Assert.Contains("\"named\":1,\"headCount\":3,", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_on_other_areas_runs_as_written()
    {
        var network = await shared.Running();
        var lines = await Lines(1);
        var told = await network.Shell(lines);
        Assert.Contains("\"distanceKm\":", told, StringComparison.Ordinal);
        Assert.Matches(Seated(), told);
        Assert.Contains("\"waitingLetters\":", told, StringComparison.Ordinal);
    }

    private static async Task<string> Lines(int place)
    {
        return Lines().Matches(await File.ReadAllTextAsync(
            Path.Combine(LocalNetwork.Repository.FullName, "README.md"),
            TestContext.Current.CancellationToken))[place].Groups[1].Value;
    }

    [GeneratedRegex("\"state\":\"asked\".*\"state\":\"seated\".*\"welcome\":", RegexOptions.Singleline)]
    private static partial Regex Seated();

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Lines();
}
