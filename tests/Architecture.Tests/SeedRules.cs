using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Architecture.Tests;

/// <summary>The made-up Sussex of a first start fits the contracts.</summary>
public sealed class SeedRules
{
    private static readonly string[] Besides = ["members", "notes"];

    [Rule(16)]
    public void The_seed_data_fits_the_contracts()
    {
        var areas = Repository.Files("deploy/seed", ".json").ToArray();
        Assert.NotEmpty(areas);
        Broken.None(areas.SelectMany(file => Findings(file.Text).Select(finding => $"{file.Path}: {finding}")).Concat(
            areas.Where(file => !file.Name.Equals($"{Area(file)}.json", StringComparison.Ordinal))
                .Select(file => $"{file.Path} is about {Area(file)}")).Concat(Missing(areas)));
    }

    // How gatherings, steps and barriers hang together, and what becomes of them.
    private static IEnumerable<string> Missing(IEnumerable<SourceFile> areas)
    {
        var told = areas.SelectMany(file => JsonDocument.Parse(file.Text).RootElement.EnumerateObject())
            .Where(part => part.Name is "gatherings" or "steps" or "barriers" or "limits")
            .SelectMany(part => part.Value.EnumerateArray().Select(one => (part.Name, One: one)))
            .ToLookup(each => each.Name, each => each.One);
        if (!told["gatherings"].Any(one => one.TryGetProperty("previous", out _))) yield return "no previous gathering";
        if (!told["steps"].Any(one => one.TryGetProperty("gathering", out _))) yield return "no step of a gathering";
        var steps = told["steps"].Select(UpTo);
        foreach (var state in ((string[])["wish", "open", "kept"]).Except(steps)) yield return $"no step is {state}";
        var answers = told["barriers"].Select(
            one => one.TryGetProperty("answer", out var given) ? $"{given.GetProperty("kind")}" : "none");
        foreach (var kind in ((string[])["none", "can", "cannot"]).Except(answers)) yield return $"no answer is {kind}";
        var gatherings = told["gatherings"].Select(UpTo);
        foreach (var state in ((string[])["closed", "planned"]).Except(gatherings))
            yield return $"no gathering is {state}";
        var closed = told["gatherings"].Where(one => UpTo(one) == "closed");
        if (!closed.Any(one => one.GetProperty("questions").EnumerateArray().Any(IsOfSentences)))
            yield return "no sentence was voted on at a gathering that is closed";
        if (!told["barriers"].Any(one => IsOver(one, "answerInDays") && !one.TryGetProperty("answer", out _)))
            yield return "no barrier without an answer is past its day";
        if (!told["steps"].Any(one => UpTo(one) == "open" && IsOver(one, "dueInDays"))) yield return "no step is stuck";
        if (!told["limits"].Any(one => one.TryGetProperty("doubtedBy", out _))) yield return "no limit is doubted";
    }

    private static string UpTo(JsonElement one) => $"{one.GetProperty("upTo")}";

    private static bool IsOver(JsonElement one, string days) =>
        one.TryGetProperty(days, out var said) && said.GetInt32() < 0;

    private static bool IsOfSentences(JsonElement question) =>
        question.TryGetProperty("sentences", out var voted) && voted.GetArrayLength() > 0;

    private static string? Area(SourceFile file) =>
        JsonDocument.Parse(file.Text).RootElement.GetProperty("area").GetString();

    private static IEnumerable<string> Findings(string text)
    {
        var root = JsonDocument.Parse(text).RootElement;
        var people = root.GetProperty("people").EnumerateArray().Select(person => person.GetString()).ToArray();
        var groups = root.GetProperty("groups").EnumerateArray().ToArray();
        var strict = new JsonSerializerOptions(PeerNetJson.Options)
        {
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow
        };

        foreach (var finding in Support(root, strict).Concat(Shared(root))) yield return finding;
        if (people.Distinct().Count() < 120) yield return $"{people.Distinct().Count()} different people";
        if (groups.Length < 12) yield return $"{groups.Length} groups";
        if (groups.SelectMany(Rules).Distinct().Count() < 5) yield return "fewer than five rules";
        foreach (var group in groups)
        {
            var said = JsonSerializer.Deserialize<GroupDescription>(JsonSerializer.Serialize(group.EnumerateObject()
                .Where(field => !Besides.Contains(field.Name))
                .ToDictionary(field => field.Name, field => field.Value)), strict)!;
            var members = group.GetProperty("members").EnumerateArray().Select(index => index.GetInt32()).ToArray();
            if (members.Length is < 6 or > 20 || members.Distinct().Count() != members.Length
                || members.Any(index => index < 0 || index >= people.Length)) yield return $"{said.Name}: members";
            if (said.Capacity < members.Length) yield return $"{said.Name}: more members than its capacity";
            if (said.Format != MeetingFormat.Online && said.Place?.Latitude is not (> 50.7 and < 51.3))
                yield return $"{said.Name}: not in Sussex";
            if ((said.Format == MeetingFormat.InPerson) != (said.OnlineLink is null))
                yield return $"{said.Name}: needs a link if people meet online, and must not have one otherwise";
            if (said.OnlineLink is { } link && !link.StartsWith(
                "https://meet.example.invalid/",
                StringComparison.Ordinal)) yield return $"{said.Name}: the link might belong to somebody";
        }
    }

    // Who takes part is checked when local mode starts; here, that the story is told in every state.
    private static IEnumerable<string> Support(JsonElement root, JsonSerializerOptions strict)
    {
        var offers = root.GetProperty("offers").EnumerateArray().ToArray();
        var kinds = offers.Select(offer => offer.GetProperty("terms").Deserialize<SupportOfferTerms>(strict)!.Kind);
        if (kinds.Distinct().Count() < 8) yield return "offers of fewer than eight kinds";
        if (!offers.Any(offer => offer.TryGetProperty("isPaused", out _))) yield return "no offer is paused";
        if (!offers.Any(offer => offer.TryGetProperty("hiddenBecause", out _))) yield return "no offer is hidden";
        if (!offers.Any(offer => offer.GetProperty("lastsDays").GetInt32() == 0)) yield return "no offer ends tonight";
        var states = offers.Where(offer => offer.TryGetProperty("matches", out _))
            .SelectMany(offer => offer.GetProperty("matches").EnumerateArray())
            .Select(match => match.GetProperty("upTo").Deserialize<MatchState>(strict))
            .ToArray();
        foreach (var missing in Enum.GetValues<MatchState>().Except([MatchState.Ended, .. states]))
            yield return $"no match is {missing}";
        foreach (var asks in root.GetProperty("gatherings").EnumerateArray()
            .SelectMany(gathering => gathering.GetProperty("questions").EnumerateArray()))
            asks.GetProperty("asks").Deserialize<AskQuestion>(strict);
        var home = root.GetProperty("area").GetString();
        foreach (var abroad in new[] { "seats", "connections" })
        {
            var areas = root.GetProperty(abroad).EnumerateArray().Select(one => one.GetProperty("area").GetString());
            if (areas.Distinct().Count() != 2 || areas.Contains(home)) yield return $"{abroad}: not in both neighbours";
        }
    }

    // Without them, nobody who tries PeerNet would find anything from other areas.
    private static IEnumerable<string> Shared(JsonElement root)
    {
        var sentences = root.GetProperty("gatherings").EnumerateArray()
            .Where(one => one.TryGetProperty("sentences", out _))
            .SelectMany(one => one.GetProperty("sentences").EnumerateArray());
        var barriers = root.GetProperty("barriers").EnumerateArray().ToArray();
        var answered = barriers.Where(one => one.TryGetProperty("answer", out _));
        var takenOn = root.GetProperty("steps").EnumerateArray().Where(one => UpTo(one) != "wish");
        if (!sentences.Any(IsForAllAreas)) yield return "no sentence is for all areas";
        if (!answered.Any(IsForAllAreas)) yield return "no barrier with an answer is for all areas";
        if (!takenOn.Any(IsForAllAreas)) yield return "no step that was taken on is for all areas";
        if (!root.GetProperty("practices").EnumerateArray().Any(IsForAllAreas))
            yield return "no practice is for all areas";
        if (!barriers.Any(one => one.TryGetProperty("gathering", out _)))
            yield return "no barrier was raised at a gathering";
    }

    private static bool IsForAllAreas(JsonElement one) =>
        one.TryGetProperty("readers", out var readers) && $"{readers}" == "allAreas";

    private static IEnumerable<string?> Rules(JsonElement group)
    {
        return group.GetProperty("schedule")
            .GetProperty("series")
            .EnumerateArray()
            .SelectMany(series => series.GetProperty("versions").EnumerateArray())
            .Select(version => version.GetProperty("rule").GetString());
    }
}
