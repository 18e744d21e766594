using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>The days of a group's meetings when nobody asks for particular ones.</summary>
public sealed class MeetingWindowTests
{
    [Theory]
    [InlineData("2026-07-01T22:59:00Z", "2026-07-01")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02")]
    [InlineData("2026-12-01T23:30:00Z", "2026-12-01")]
    public async Task Days_are_counted_from_the_current_day_in_London(string now, string today)
    {
        var folder = Directory.CreateTempSubdirectory("peernet-window-");
        var asked = new List<(DateOnly From, DateOnly To)>();
        await using (var gateway = await LoneGateway.Start(folder, also: services =>
        {
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.Parse(now, null)));
            services.AddSingleton(Grains.Noting(asked));
        }))
        {
            using var answer = await gateway.Http.GetAsync(
                $"/api/v1/groups/{Guid.CreateVersion7()}/meetings", TestContext.Current.CancellationToken);
            Assert.Equal(200, (int)answer.StatusCode);
        }
        folder.Delete(recursive: true);
        var day = DateOnly.Parse(today, null);
        Assert.Equal([(day.AddDays(-84), day.AddDays(56))], asked);
    }

    /// <summary>An area that has no meetings and notes for which days it was asked.</summary>
    public class Grains : DispatchProxy
    {
        private List<(DateOnly From, DateOnly To)> asked = [];

        public static IGrainFactory Noting(List<(DateOnly From, DateOnly To)> asked) => Proxy<IGrainFactory>(asked);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IGrainFactory.GetGrain)) return Proxy<IAreaGrain>(asked);
            if (targetMethod.Name != nameof(IAreaGrain.ListMeetings)) throw new TimeoutException();
            asked.Add(((DateOnly)args![1]!, (DateOnly)args[2]!));
            return Task.FromResult<Result<ImmutableArray<MeetingLine>>>(ImmutableArray<MeetingLine>.Empty);
        }

        private static T Proxy<T>(List<(DateOnly From, DateOnly To)> asked) where T : class
        {
            var proxy = Create<T, Grains>();
            ((Grains)(object)proxy).asked = asked;
            return proxy;
        }
    }
}
