using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Sentences;

/// <summary>A sentence as it was typed. The names are those of the API's JSON.</summary>
public sealed record SentenceForm
{
    /// <summary>The sentence; for a new one made by the page, so that sending the form twice writes one.</summary>
    public required SentenceId Id { get; init; }

    /// <summary>The version that is changed; 0 for a new one.</summary>
    public int Version { get; init; }

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The table that says it.</summary>
    public string TableId { get; init; } = "";

    /// <summary>What it is joined from.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    internal static SentenceForm New() => new() { Id = NewId(), Kind = Words<SentenceKind>.Of(SentenceKind.Sentence) };

    internal static SentenceId NewId() => new(Guid.CreateVersion7());

    internal static SentenceForm Of(SentenceDetails sentence) => new()
    {
        Id = sentence.Id,
        Version = sentence.Version,
        Text = sentence.Says.Text,
        Kind = Words<SentenceKind>.Of(sentence.Says.Kind),
        TableId = $"{sentence.Says.TableId}",
        From = [.. sentence.Says.From.Select(parent => $"{parent}")],
    };

    internal static SentenceForm Of(IFormCollection form) => new()
    {
        Id = SentenceId.TryParse(form["id"], out var id) ? id : NewId(),
        Version = form.Version(),
        // It is one line, however wide the box is in which it was typed.
        Text = form.Lines("text").Replace('\n', ' '),
        Kind = form.Text("kind"),
        TableId = form.Text("tableId"),
        From = [.. form["from"].OfType<string>()],
    };

    /// <summary>Reads it.</summary>
    internal FormErrors Read(bool isJoined, out WriteSentence says)
    {
        FormErrors errors = [];
        if (!SentenceFields.Text.Allows(Text)) errors.Add(new("text", "Enter what is said, up to 250 characters."));
        if (!isJoined && !Contracts.Gatherings.TableId.TryParse(TableId, out _))
            errors.Add(new("tableId", "Choose the table."));
        if (Words<SentenceKind>.Find(Kind) is null) errors.Add(new("kind", "Choose what it is."));
        says = new()
        {
            Text = Text,
            Kind = Words<SentenceKind>.Find(Kind) ?? default,
            TableId = !isJoined && Contracts.Gatherings.TableId.TryParse(TableId, out var table) ? table : null,
            From = isJoined ? Ids(From) : [],
        };
        return errors;
    }

    /// <summary>The sentences that are ticked.</summary>
    internal static ImmutableArray<SentenceId> Ids(IEnumerable<string> ticked) =>
        [.. ticked.Select(one => SentenceId.TryParse(one, out var id) ? id : default)];
}
