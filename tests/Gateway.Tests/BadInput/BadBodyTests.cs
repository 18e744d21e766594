using System.Diagnostics;
using System.Text;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>
/// Invalid bodies for every endpoint that writes: a clear refusal that has a page, quickly, and nothing is written.
/// </summary>
public sealed class BadBodyTests(RunningArea area, BadBodyTests.Ground ground) : IClassFixture<BadBodyTests.Ground>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, (Target Target, (string What, Func<Place, Sent> Make)[] Spoilt)> Cases =
        Target.All.SelectMany(target => Spoilt(target)
            .GroupBy(spoilt => $"{target.Name}: {spoilt.Where}", spoilt => (spoilt.What, spoilt.Make))
            .Select(spoilt => (spoilt.Key, (target, spoilt.ToArray()))))
        .ToDictionary(c => c.Key, c => c.Item2);

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> Targets => [.. Target.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused_quickly_and_nothing_is_written(string name)
    {
        var (target, cases) = Cases[name];
        var before = ground.Before[target.Name];
        foreach (var (what, make) in cases)
        {
            // A busy machine may pause for other reasons, but not each time.
            var took = await Refused(target, what, make);
            for (var again = 0; again < 5 && took > Soon; again++) took = await Refused(target, what, make);
            Assert.True(took <= Soon, $"{what} took {took}");
        }
        // Keeps the next case independent, even if this one wrote something.
        ground.Before[target.Name] = await ground.Place.Read(target);
        Assert.Equal(before, ground.Before[target.Name]);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task The_original_body_is_valid_even_without_its_optional_fields(string name)
    {
        var target = Target.All.Single(target => target.Name == name);
        var place = await Place.Make(area);
        await Accepted(target.Body);
        foreach (var field in target.MayBeNull.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await Accepted(Slips.With(target, field, "null"));
            await Accepted(Slips.With(target, field, null));
        }
        async Task Accepted(string body)
        {
            var elsewhere = place with { New = $"{Guid.CreateVersion7()}" };
            var answer = await Send(target, elsewhere, new(Encoding.UTF8.GetBytes(elsewhere.Fill(body))));
            Assert.True(answer.Status is 200 or 201, $"{answer.Status}: {answer.Text} for {body}");
        }
    }

    private static IEnumerable<(string Where, string What, Func<Place, Sent> Make)> Spoilt(Target target) =>
    [
        .. Slips.Of(target).Select(slip =>
            (slip.Where, slip.What, (Func<Place, Sent>)(place => new(Encoding.UTF8.GetBytes(place.Fill(slip.Body)))))),
        .. Breakages.Of(target).Where((_, number) => IsTried(target, number)).Select(breakage =>
            (breakage.What, breakage.What, (Func<Place, Sent>)(place => breakage.Make(place.Fill(target.Body))))),
    ];

    // All endpoints read a body in the same way: a usual run breaks a quarter of them in each way.
    private static bool IsTried(Target target, int number)
    {
        var place = Target.All.TakeWhile(one => one != target).Count();
        return (number + place) % 4 == 0 || Environment.GetEnvironmentVariable("PEERNET_WHOLE") == "1";
    }

    private async Task<TimeSpan> Refused(Target target, string what, Func<Place, Sent> make)
    {
        var watch = Stopwatch.StartNew();
        var answer = await Send(target, ground.Place, make(ground.Place));
        Assert.True(answer.Status is >= 400 and < 500, $"{what}: {answer.Status} {answer.Text}");
        return watch.Elapsed;
    }

    private Task<Answer> Send(Target target, Place place, Sent sent) =>
        area.Http.Send(HttpMethod.Put, place.Fill(target.Path), place.Sender(target), sent.Content, sent.IfMatch);

    /// <summary>One place for all cases, and what it contained before the first.</summary>
    public sealed class Ground(RunningArea area) : SharedPlace(area)
    {
        internal Dictionary<string, string> Before { get; } = [];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var target in Target.All) Before[target.Name] = await Place.Read(target);
        }
    }
}
