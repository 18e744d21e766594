using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests;

/// <summary>A silo that was killed in the middle of its own work, and started again.</summary>
public sealed class KilledAtWorkTests(AreaAtWork area) : IClassFixture<AreaAtWork>
{
    private const int FiguresAreWrong = 2;

    [Fact]
    public void Each_month_is_released_once_and_what_was_released_before_stays_as_it_was()
    {
        Assert.NotEmpty(area.MonthsBefore);
        Assert.Equal(area.MonthsBefore, area.MonthsAfter.Take(area.MonthsBefore.Count));
        Assert.Equal(
            Enumerable.Range(0, area.MonthsAfter.Count)
                .Select(month => AreaAtWork.First.AddMonths(month).ToString("O", CultureInfo.InvariantCulture)),
            area.MonthsAfter.Select(month => JsonElement.Parse(month).GetProperty("startsOn").GetString()));
        Assert.True(area.MonthsAfter.Count >= area.Due);
        Assert.Contains("\"people\":20,", area.MonthsAfter[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_mailed_twice_and_whoever_was_not_mailed_yet_is_mailed_afterwards()
    {
        var addresses = area.MailedTo();
        Assert.Equal(addresses.Distinct(), addresses);
        Assert.InRange(addresses.Count, Math.Min(area.MailsBefore + 1, AreaAtWork.People), AreaAtWork.People);
    }

    [Fact]
    public async Task A_recount_agrees_with_the_figures_of_a_running_silo_and_mends_those_that_are_wrong()
    {
        await Until.True("all is counted", 60, async () => (await Growth()).GetProperty("notCounted").GetInt32() == 0);
        var right = (await Growth()).GetProperty("items").GetRawText();
        Assert.Equal(0, await Recount());

        await Spoil();
        Assert.NotEqual(right, (await Growth()).GetProperty("items").GetRawText());
        Assert.Equal(FiguresAreWrong, await Recount());
        var said = await File.ReadAllTextAsync(area.Running.Command.Log, TestContext.Current.CancellationToken);
        foreach (var scope in (string[])["area", $"{area.Group}"])
            Assert.Contains($"Was wrong: {scope}, Month, {AreaAtWork.First:O}", said, StringComparison.Ordinal);
        Assert.Equal(right, (await Growth()).GetProperty("items").GetRawText());
    }

    private async Task<JsonElement> Growth()
    {
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/growth?from={AreaAtWork.First:O}&to={AreaAtWork.First.AddMonths(11):O}");
        return (await area.Running.Coordinator.Insist(HttpMethod.Get, path)).As<JsonElement>();
    }

    private Task<int> Recount()
    {
        area.Running.Command.Start("recount");
        return area.Running.Command.Ended();
    }

    // As if nothing had ever happened in a group, nor in the area.
    private async Task Spoil()
    {
        await using var connection = new SqliteConnection($"Data Source={area.Running.DatabaseFile};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "UPDATE peernet_growth SET figures = $none WHERE by_period = 'month' AND scope IN ('area', $group)";
        command.Parameters.AddWithValue("$group", $"{area.Group}");
        command.Parameters.AddWithValue("$none", JsonSerializer.Serialize(Figures.None, PeerNetJson.Options));
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
