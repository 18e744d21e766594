using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Finder;

/// <summary>A part of the page for finding a group, which can name what was asked for.</summary>
public abstract class FinderPart : PageOf<FindPageModel>
{
    /// <summary>What was asked for.</summary>
    protected FinderAddress Address => Model.Address;

    /// <summary>The filter as a person would name it, such as "evening".</summary>
    protected string Filter(string name) => name switch
    {
        "text" => Address[name] ?? "",
        "area" => Listed(name, AreaName),
        "day" => Listed(name, word => WordOf(FinderWords.Days, word)),
        "part" => Listed(name, word => WordOf(FinderWords.Parts, word)),
        "need" => Listed(name, NeedOf, Address["needMatch"] == "any" ? T[" or "] : T[" and "]),
        "format" => Listed(name, word => Words<MeetingFormat>.Find(word) is { } one ? T[GroupWords.Of(one)] : word),
        "welcomesNewcomers" when Address[name] == "true" => T["new people can just turn up"],
        "within" when Address[name] == "1" => T["in the next day"],
        "withinKm" when Address[name] == "1" => T["up to 1 kilometre away"],
        "withinKm" when Distance is { Length: > 0 } distance => distance,
        _ => T[FinderWords.Of(name), Listed(name, GroupWords.Written)],
    };

    /// <summary>The choices, with their texts.</summary>
    protected IReadOnlyList<Option> Options(IEnumerable<(string Value, string Text)> choices) =>
        [.. choices.Select(one => new Option(one.Value, T[one.Text]))];

    private string Distance => WordOf(FinderWords.Distances, Address["withinKm"] ?? "");

    private string AreaName(string id) =>
        Model.Found.Areas.FirstOrDefault(area => area.Id.Value == id)?.Name ?? id;

    private string NeedOf(string word) => Words<AccessNeed>.Find(word) is { } need ? T[GroupWords.Of(need)] : word;

    private string Listed(string name, Func<string, string> text, string? separator = null) =>
        string.Join(separator ?? T[" or "], Address.Items(name).Select(text).Distinct());

    private string WordOf(IEnumerable<(string Value, string Text)> words, string value) =>
        words.FirstOrDefault(one => one.Value == value).Text is { } text ? T[text] : "";
}
