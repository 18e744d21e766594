using PeerNet.Faults.Tests.Campaigns;
using PeerNet.Faults.Tests.Processes;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests;

/// <summary>One of three silos is lost, in three ways.</summary>
public sealed class SiloLossTests(Postgres server)
{
    // Promised are 10 s, on a machine that does nothing else; what hangs, hangs for 30.
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task While_a_silo_stops_no_answer_is_worse_than_try_again()
    {
        await using var area = await Three();
        var traffic = await Traffic.Begin(area);
        var asked = Traffic.Now;
        Assert.Equal(0, await area.Silos[1].Terminate());
        var left = Traffic.Now - asked;
        await traffic.Answered(60);
        var answers = await traffic.End();
        var refused = answers.Count(one => one.Answer.Status == 503);
        Figures.Write(
            $"SIGTERM of one of three silos: it left after {left.TotalSeconds:0.0} s; {answers.Count} "
                + $"requests, {refused} answered with 503, slowest {answers.Max(
                one => one.Answer.Took).TotalSeconds:0.0} s");
        Served(area, answers);

        area.Silos[1].Start();
        await area.Silos[1].Ready();
        area.Finished = true;
    }

    [Fact]
    public async Task After_a_silo_is_killed_the_others_serve_again_within_seconds()
    {
        await using var area = await Three();
        var traffic = await Traffic.Begin(area);
        var killed = Traffic.Now;
        await area.Silos[1].Kill();
        await traffic.Answered(200);
        var answers = await traffic.End();
        var again = traffic.ServedAgain(killed);
        Figures.Write(
            $"SIGKILL of one of three silos: every request was served that was sent {again.TotalSeconds:0.0} s after "
                + $"it; {answers.Count} requests, {answers.Count(
                one => !one.Answer.Acknowledged)} not, slowest {answers.Max(
                    one => one.Answer.Took).TotalSeconds:0.0} s");
        Served(area, answers);
        Assert.InRange(again, TimeSpan.Zero, AnswerTimeout);
        area.Finished = true;
    }

    [Fact]
    public async Task A_silo_that_hangs_keeps_nobody_waiting_and_is_replaced()
    {
        await using var area = await Three();
        var traffic = await Traffic.Begin(area);
        var hung = Traffic.Now;
        await area.Silos[1].Hang();
        await traffic.Answered(200);
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
        area.Silos[1].Start();
        await area.Silos[1].Ready();
        area.Finished = true;
    }

    private static void Served(AreaUnderTest area, IReadOnlyCollection<Traffic.Seen> answers)
    {
        Assert.All(answers, one =>
            Assert.True(one.Answer.Acknowledged || one.Answer.Status == 503, $"{one.Answer.Status} {one.Answer.Body}"));
        Assert.All(answers, one => Assert.InRange(one.Answer.Took, TimeSpan.Zero, AnswerTimeout));
        Assert.Empty(area.Tally.Faults);
    }

    private async Task<AreaUnderTest> Three()
    {
        Postgres.Demand();
        return await (await AreaUnderTest.OnPostgresql(server)).Start();
    }
}
