using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>The token of somebody who has been erased, which is valid until it expires.</summary>
public sealed partial class ErasedCallerTests(RunningArea area)
{
    [Theory]
    [InlineData(null)]
    [InlineData("coordinator")]
    public async Task Somebody_who_is_erased_gets_410_whatever_they_ask_for(string? role)
    {
        var person = await area.APerson(role);
        (await area.Http.Get("members/me", person)).Is(200);
        (await area.Http.Delete($"members/{person.Id}", person)).Is(204);
        foreach (var route in ApiRoutes.Of(area).Append("GET /nowhere"))
        {
            var path = Parameter().Replace(route.Split(" /")[1], $"{Guid.CreateVersion7()}");
            var answer = await area.Http.Send(new(route.Split(' ')[0]), path, person);
            Assert.True((answer.Status, answer.Code) == (410, "member.erased"), $"{route}: {answer.Text}");
        }
    }

    [Fact]
    public async Task A_person_whom_a_coordinator_erases_is_turned_away_at_once()
    {
        var person = await area.APerson();
        var at = $"groups/{Guid.CreateVersion7()}";
        (await area.Http.Get("groups", person)).Is(200);
        (await area.Http.Delete($"members/{person.Id}", await area.APerson("coordinator"))).Is(204);
        (await area.Http.Put(at, person, Scene.Description)).Refuses(410, "member.erased");
        (await area.Http.Get(at)).Refuses(404, "group.not-found");
    }

    [Fact]
    public async Task The_area_itself_lets_nobody_found_a_group_who_is_erased()
    {
        var person = await area.APerson();
        var by = new Caller(CallerRole.Member, person.Id);
        RunningArea.Yes(await area.East.Grains.Member(area.East.Area, person.Id).Erase(by));
        var group = area.East.Grains.Group(area.East.Area, new(Guid.CreateVersion7()));
        Assert.True((await group.Put(Scene.Description, IfMatch.None, by)).Refused(out var refusal, out _));
        Assert.Equal("member.erased", refusal!.Code);
    }

    [Fact]
    public async Task A_record_is_asked_once_in_ten_seconds_and_an_erasure_through_another_gateway_is_seen_then()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-erased-");
        var clock = new FakeTimeProvider(RunningArea.Now);
        var asked = new Asked();
        await using (var gateway = await LoneGateway.Start(folder, also: services =>
            services.AddSingleton<TimeProvider>(clock).AddSingleton(Record.Of(asked))))
        {
            var callers = gateway.Services.GetRequiredService<ErasedCallers>();
            var me = new MemberId(Guid.CreateVersion7());
            var other = new MemberId(Guid.CreateVersion7());
            Assert.False(await IsErased(callers, me));
            clock.Advance(TimeSpan.FromSeconds(9.9));
            Assert.False(await IsErased(callers, me));
            Assert.Equal(1, asked.Times);
            asked.IsErased = true;
            clock.Advance(TimeSpan.FromSeconds(0.1));
            Assert.True(await IsErased(callers, me));
            clock.Advance(TimeSpan.FromDays(400));
            Assert.True(await IsErased(callers, me));
            Assert.Equal(2, asked.Times);
            asked.IsErased = false;
            Assert.False(await IsErased(callers, other));
            callers.Note(other);
            Assert.True(await IsErased(callers, other));
            Assert.Equal(3, asked.Times);
            asked.HasRecord = false;
            var unknown = new MemberId(Guid.CreateVersion7());
            Assert.False(await IsErased(callers, unknown));
            Assert.False(await IsErased(callers, unknown));
            Assert.Equal(5, asked.Times);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task As_many_answers_are_remembered_as_fit_and_then_everyone_is_asked_again()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-erased-");
        var asked = new Asked();
        await using (var gateway = await LoneGateway.Start(folder, also: services =>
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(RunningArea.Now)).AddSingleton(Record.Of(asked))))
        {
            var callers = gateway.Services.GetRequiredService<ErasedCallers>();
            var all = Enumerable.Range(0, ErasedCallers.MaxCallers).Select(_ => NewMember()).ToList();
            foreach (var member in all) Assert.False(await IsErased(callers, member));
            foreach (var member in all) Assert.False(await IsErased(callers, member));
            Assert.Equal(ErasedCallers.MaxCallers, asked.Times);
            // One too many: everyone but this one is forgotten, and there is room again.
            var last = NewMember();
            Assert.False(await IsErased(callers, last));
            Assert.False(await IsErased(callers, all[0]));
            Assert.False(await IsErased(callers, all[0]));
            Assert.False(await IsErased(callers, last));
            Assert.Equal(ErasedCallers.MaxCallers + 2, asked.Times);
        }
        folder.Delete(recursive: true);
    }

    private static MemberId NewMember() => new(Guid.CreateVersion7());

    private static async Task<bool> IsErased(ErasedCallers callers, MemberId member) =>
        await callers.IsErased(new(CallerRole.Member, member), member);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    /// <summary>How often records were asked, and what they answer.</summary>
    internal sealed class Asked
    {
        public int Times { get; set; }

        public bool IsErased { get; set; }

        public bool HasRecord { get; set; } = true;
    }

    /// <summary>An area in which every record answers the same.</summary>
    public class Record : DispatchProxy
    {
        private Asked asked = new();

        internal static IGrainFactory Of(Asked asked) => Proxy<IGrainFactory>(asked);

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IGrainFactory.GetGrain)) return Proxy<IMemberGrain>(asked);
            if (targetMethod.Name != nameof(IMemberGrain.Recognise)) throw new TimeoutException();
            asked.Times++;
            return Task.FromResult<Result<bool>>(asked.IsErased ? MemberRefusals.Erased : asked.HasRecord);
        }

        private static T Proxy<T>(Asked asked) where T : class
        {
            var proxy = Create<T, Record>();
            ((Record)(object)proxy).asked = asked;
            return proxy;
        }
    }
}
