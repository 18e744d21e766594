using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerNet.Gateway.Tests.BadInput;

/// <summary>Bodies with one thing wrong, made from a valid body field by field.</summary>
internal static class Slips
{
    private static readonly HashSet<string> Days = ["on", "heldOn", "from", "until", "except", "by", "answerBy"];
    private static readonly string Long = string.Concat(Enumerable.Repeat("long ", 2000));

    private static readonly string[] NoDays = [
        "2026-02-30",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "0000-00-00",
        "2026-02-28T00:00:00Z",
        "28/02/2026",
        "0001-01-01",
        "9999-12-31"
    ];
    private static readonly string[] NoTimes = ["25:00", "24:00", "7:5", "19:60", "19:00:01", "19.00", "-1:00", "7pm"];

    private static readonly string[] NoRules =
    [
        "FREQ=NEVER", "RRULE:FREQ=DAILY", "freq=daily", "FREQ=SECONDLY", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=99999", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;BYSETPOS=1", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYDAY=99TU",
        "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;UNTIL=20200101", "FREQ=DAILY;UNTIL=20269999", "FREQ=DAILY;COUNT=2;UNTIL=20300101", "FREQ=DAILY;;",
        ";", "=", "FREQ", "FREQ=DAILY\nEXDATE:20260101", "FREQ=DAILY;BYEASTER=1", "FREQ=DAILY;BYHOUR=9",
    ];

    /// <summary>Each body and what is wrong with it.</summary>
    public static IEnumerable<(string Where, string What, string Body)> Of(Target target)
    {
        foreach (var (path, value) in Walk(target.Good, ""))
        {
            foreach (var wrong in Wrong(target, path, value))
                yield return (path, $"{path} {Shown(wrong)}", With(target, path, wrong));
            if (!target.MayBeNull.Split(' ').Contains(path))
                yield return (path, $"{path} null", With(target, path, "null"));
            if (target.Required.Split(' ').Contains(path))
                yield return (path, $"{path} missing", With(target, path, null));
        }
        foreach (var (path, value) in Walk(target.Good, "").Where(p => p.Value is JsonObject)
            .Prepend(("", target.Good)))
        {
            var first = value.AsObject().First();
            var text = value.ToJsonString();
            yield return ($"{path} unknown field".Trim(), $"{path} unknown field", target.Good.ToJsonString()
                .Replace(text, $$"""{"{{RunningArea.Canary}}":1,{{text[1..]}}""", StringComparison.Ordinal));
            yield return ($"{path} field twice".Trim(), $"{path} field twice", target.Good.ToJsonString().Replace(
                text,
                $$"""{"{{first.Key}}":{{first.Value!.ToJsonString()}},{{text[1..]}}""",
                StringComparison.Ordinal));
            yield return (
                $"{path} field in capitals".Trim(), $"{path} field in capitals", target.Good.ToJsonString().Replace(
                    text,
                    text.Replace($"\"{first.Key}\"", $"\"{first.Key.ToUpperInvariant()}\"", StringComparison.Ordinal),
                    StringComparison.Ordinal));
        }
    }

    /// <summary>Every field and item of a body with its path, outer ones first.</summary>
    public static IEnumerable<(string Path, JsonNode Value)> Walk(JsonNode node, string path)
    {
        var parts = node switch
        {
            JsonObject whole => whole.Select(p => (p.Key, p.Value!)),
            JsonArray list => list.Select((item, place) => ($"{place}", item!)),
            _ => [],
        };
        foreach (var (name, value) in parts)
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            yield return (inner, value);
            foreach (var deeper in Walk(value, inner)) yield return deeper;
        }
    }

    /// <summary>The valid body with different JSON at that path, or without it.</summary>
    public static string With(Target target, string path, string? json)
    {
        const string Mark = "the value goes here";
        var whole = target.Good;
        var names = path.Split('.');
        var holder =
            names[..^1].Aggregate(whole, (node, name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!);
        if (json is null) holder.AsObject().Remove(names[^1]);
        else if (holder is JsonArray items) items[int.Parse(names[^1])] = Mark;
        else holder[names[^1]] = Mark;
        return json is null
            ? whole.ToJsonString()
            : whole.ToJsonString().Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Wrong(Target target, string path, JsonNode value)
    {
        var name = path.Split('.').Last(part => !char.IsAsciiDigit(part[0]));
        var canary = $"\"{RunningArea.Canary} 1\"";
        return value.GetValueKind() switch
        {
            JsonValueKind.String when name == "startsAt" => [.. Words(NoTimes), "1900", "[]", "true", "\"\""],
            JsonValueKind.String when Days.Contains(name) => [
                .. Words(name == "except" ? NoDays[..^2] : NoDays),
                "20260101",
                "{}",
                "false",
                "\"\""
            ],
            JsonValueKind.String when path == "schedule.series.0.id" =>
                [canary, "\"\"", "12", "true", "[]", "{}", $"\"{Long}\"", "\"-a\"", "\"a\\nb\"", "\"tuesdays\\n\""],
            JsonValueKind.String when name == "rule" => [.. Words(NoRules), "12", "[]", $"\"{Long}\""],
            JsonValueKind.String when target.FreeText.Split(' ').Contains(name) =>
                [
                    "true",
                    "12",
                    "[]",
                    "{}",
                    $"\"{Long}\"",
                    """ "\ud800" """,
                    """ "\udc00\ud800" """,
                    "\"\t\"",
                    .. name is "name" or "shownAs" && path == name
                        ? (string[])["\"\"", "\" \"", "\"a\\u0000b\"", "\"a\\nb\""]
                        : []
                ],
            JsonValueKind.String => [
                canary,
                "\"\"",
                "12",
                "true",
                "[]",
                "{}",
                "\"00000000-0000-0000-0000-000000000000\"",
                "\"east-sussex/group/01990000-0000-7000-8000-000000000001\"",
                $"\"{Long}\""
            ],
            JsonValueKind.Number when name is "latitude" or "longitude" =>
                ["\"12\"", "true", "[]", "{}", "1e400", "999", "-999", "NaN", "0x1F"],
            JsonValueKind.Number => [
                "\"12\"",
                "true",
                "[]",
                "{}",
                "1.5",
                "-1",
                "2147483648",
                "99999999999999999999",
                "1e400",
                "012",
                "100001"
            ],
            JsonValueKind.True or JsonValueKind.False => ["\"true\"", "1", "[]", "{}", "yes"],
            JsonValueKind.Array => [
                canary,
                "12",
                "true",
                "{}",
                "[null]",
                "[[]]",
                "[{}]",
                $"[{string.Join(',', Enumerable.Range(0, 600).Select(n => $"\"a{n}\""))}]"
            ],
            _ => ["12", "true", "[]", .. path == "contact" ? [] : (string[])[canary]],
        };
    }

    private static IEnumerable<string> Words(IEnumerable<string> words) =>
        words.Select(word => JsonSerializer.Serialize(word));

    private static string Shown(string json) => json.Length > 60 ? $"{json[..20]}... ({json.Length})" : json;
}
