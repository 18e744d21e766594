using System.Net;
using System.Net.NetworkInformation;
using System.Text;
using PeerNet.Faults.Tests.Campaigns;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>Three silos, of which one is lost, in three ways, and then all.</summary>
public sealed class SiloLossTests(ThreeSilos three) : IClassFixture<ThreeSilos>, IAsyncDisposable
{
    [Fact]
    public async Task Silos_listen_where_they_say_and_nowhere_else()
    {
        var area = await three.Running();
        var listening = IPGlobalProperties.GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .ToLookup(at => at.Port, at => at.Address);
        Assert.All(area.OrleansPorts, port => Assert.Equal([IPAddress.Loopback], listening[port]));
    }

    [Fact]
    public async Task While_a_silo_stops_no_answer_is_worse_than_try_again()
    {
        var area = await three.Running();
        var traffic = await Traffic.Begin(area);
        var asked = Traffic.Now;
        Assert.Equal(0, await area.Silos[1].Terminate());
        var left = Traffic.Now - asked;
        await traffic.Answered(30);
        var answers = await traffic.End();
        var refused = answers.Count(one => one.Answer.Status == 503);
        Figures.Write(
            $"SIGTERM of one of three silos: it left after {left.TotalSeconds:0.0} s; {answers.Count} "
                + $"requests, {refused} answered with 503, slowest {answers.Max(
                one => one.Answer.Took).TotalSeconds:0.0} s");
        Served(area, answers);
        await Again(area.Silos[1]);
    }

    [Fact]
    public async Task After_a_silo_is_killed_the_others_serve_again_within_seconds()
    {
        var area = await three.Running();
        var traffic = await Traffic.Begin(area);
        var killed = Traffic.Now;
        await area.Silos[1].Kill();
        await traffic.Answered(100);
        var answers = await traffic.End();
        var again = traffic.ServedAgain(killed);
        Figures.Write(
            $"SIGKILL of one of three silos: every request was served that was sent {again.TotalSeconds:0.0} s after "
                + $"it; {answers.Count} requests, {answers.Count(
                one => !one.Answer.Acknowledged)} not, slowest {answers.Max(
                    one => one.Answer.Took).TotalSeconds:0.0} s");
        Served(area, answers);
        Assert.InRange(again, TimeSpan.Zero, AreaUnderTest.AnswerTimeout);
        await Again(area.Silos[1]);
    }

    [Fact]
    public async Task A_silo_that_hangs_keeps_nobody_waiting_and_is_replaced()
    {
        var area = await three.Running();
        var traffic = await Traffic.Begin(area);
        var hung = Traffic.Now;
        await area.Silos[1].Hang();
        await traffic.Answered(100);
        var answers = await traffic.End();
        Figures.Write(
            $"SIGSTOP of one of three silos: every request was served that was sent {traffic.ServedAgain(
                hung).TotalSeconds:0.0} s after it; {answers.Count} requests, {answers.Count(
                one => !one.Answer.Acknowledged)} not, slowest {answers.Max(
                    one => one.Answer.Took).TotalSeconds:0.0} s");
        Served(area, answers);

        // Once declared dead, it must not carry on as if nothing had happened: it ends, and is started again.
        await area.Silos[1].GoOn();
        Assert.NotEqual(0, await area.Silos[1].Ended());
        await Again(area.Silos[1]);
    }

    [Fact]
    public async Task Sixty_slips_that_three_devices_use_while_silos_are_killed_count_once_each()
    {
        var area = await three.Running();
        var room = await RoomWithSlips.Open(area);
        Assert.Equal(RoomWithSlips.Slips, room.Codes.Distinct().Count());
        var blows = KillTwo(area);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(device => room.SendAll(device, blows)));
        await blows;
        Assert.Single(room.Keys);
        var secrets = room.Secrets();
        var before = await three.Stored();
        Assert.Contains(Hex("\"sealed\":\""), before.Backup, StringComparison.Ordinal);
        Assert.Contains(before.Files, file => file.AsSpan().IndexOf("\"sealed\":\""u8) >= 0);
        var result = await room.Close();
        Assert.Equal((RoomWithSlips.Slips, 3), (result.People, result.TablesIn));
        Assert.All(result.Options, option => Assert.Equal(RoomWithSlips.Choosing(option.Box), option.Voices));
        Assert.Empty(room.Keys);
        // Neither the paper nor a backup from before the close says afterwards what a slip chose.
        foreach (var (files, backup) in new[] { before, await three.Stored() })
        {
            Assert.DoesNotContain(secrets, secret => files.Any(file => file.AsSpan().IndexOf(secret) >= 0));
            Assert.DoesNotContain(secrets, secret => backup.Contains(Hex(secret), StringComparison.Ordinal));
        }
        Assert.Empty(area.Tally.Faults);
    }

    [Fact]
    public async Task With_all_silos_killed_the_gateway_says_when_to_come_back()
    {
        var area = await three.Running();
        var traffic = await Traffic.Begin(area);
        await Task.WhenAll(area.Silos.Select(silo => silo.Kill()));
        await area.IsUnreachable(AreaUnderTest.AnswerTimeout);
        Assert.All(
            await traffic.End(),
            one => Assert.InRange(one.Answer.Took, TimeSpan.Zero, AreaUnderTest.AnswerTimeout));

        await Task.WhenAll(area.Silos.Select(Again));
        await area.Gateway.Ready();
        Assert.Equal(200, (await area.Visitor.Once(HttpMethod.Get, "/api/v1/area")).Status);
        Assert.Empty(area.Tally.Faults);
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) (await three.Running()).Show();
    }

    private static string Hex(string text) => Hex(Encoding.ASCII.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static async Task KillTwo(AreaUnderTest area)
    {
        foreach (var silo in area.Silos.Take(2))
        {
            await silo.Kill();
            await Again(silo);
        }
    }

    private static Task Again(Running silo)
    {
        silo.Start();
        return silo.Ready();
    }

    private static void Served(AreaUnderTest area, IReadOnlyCollection<Traffic.Seen> answers)
    {
        Assert.All(answers, one =>
            Assert.True(one.Answer.Acknowledged || one.Answer.Status == 503, $"{one.Answer.Status} {one.Answer.Body}"));
        Assert.All(answers, one => Assert.InRange(one.Answer.Took, TimeSpan.Zero, AreaUnderTest.AnswerTimeout));
        Assert.Empty(area.Tally.Faults);
    }
}
