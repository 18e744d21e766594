using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.Logs;

/// <summary>
/// Nothing that a person wrote, and nothing anybody searched for, is told to operators. The area looks for the canary
/// once more when all tests are done.
/// </summary>
public sealed partial class LogTests(RunningArea area)
{
    [Fact]
    public async Task What_people_write_and_search_for_is_in_no_log_and_no_trace()
    {
        var scene = await Scene.Make(area);
        var at = await scene.ALoggedMeeting();
        (await area.Http.Put($"members/{scene.Member.Id}", scene.Member, new MemberProfile
        {
            Name = RunningArea.Canary, Contact = new() { Other = RunningArea.Canary }, Helps = RunningArea.Canary
        }, "*")).Is(200);
        (await area.Http.Put($"{at}/record", scene.Lead, scene.ALog())).Refuses(409, "meeting.already-recorded");
        (await area.Http.Get($"groups?cursor={RunningArea.Canary}")).Refuses(400, "request.parameter");
        (await area.Http.Get(
            $"groups?text={RunningArea.Canary}&topic={RunningArea.Canary}&near=50.8,-0.1&sort=distance")).Is(200);
        (await area.Http.Get($"groups?{RunningArea.Canary}={RunningArea.Canary}"))
            .Refuses(400, "request.parameter", RunningArea.Canary);
        (await area.Http.Get($"groups/{RunningArea.Canary}")).Refuses(400, "request.parameter");
        (await area.Http.Get($"/{RunningArea.Canary}", scene.Lead)).Refuses(404, "request.not-found");
        (await area.Http.Get("members/me", new(default, RunningArea.Canary))).Refuses(401, "access.token-refused");
        await RunningArea.Until(() => Task.FromResult(area.Telemetry.With($"{scene.Group}").Count > 0));
        area.Telemetry.DoesNotContain(RunningArea.Canary);
    }

    [Fact]
    public async Task Logs_and_traces_are_captured()
    {
        const string Word = "wallaby4zx";
        var log = area.East.Services.GetRequiredService<ILogger<LogTests>>();
        using (log.BeginScope(new Dictionary<string, object> { ["Scope"] = Word + "1" })) Tell(log, Word + "2");
        var tracer = area.East.Services.GetRequiredService<TracerProvider>();
        Assert.NotNull(tracer);
        (await area.Http.Get("area")).Is(200);
        await RunningArea.Until(() => Task.FromResult(area.Telemetry.With("/api/v1/area").Count > 0));
        Assert.NotEmpty(area.Telemetry.With(Word + "1"));
        Assert.NotEmpty(area.Telemetry.With(Word + "2"));
        Assert.ThrowsAny<Exception>(() => area.Telemetry.DoesNotContain(Word));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Logged {Word}")]
    private static partial void Tell(ILogger log, string word);
}
