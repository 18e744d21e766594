using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Panels;

/// <summary>The ID of a panel.</summary>
[GenerateSerializer, Immutable, Alias("peernet.panel-id"), JsonConverter(typeof(IdJson<PanelId>))]
public readonly record struct PanelId([property: Id(0)] Guid Value) : IId<PanelId>
{
    /// <inheritdoc/>
    public static PanelId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out PanelId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The ID of a question of a panel, which follows from the panel and the question's place.</summary>
[GenerateSerializer, Immutable, Alias("peernet.panel-question-id"), JsonConverter(typeof(IdJson<PanelQuestionId>))]
public readonly record struct PanelQuestionId([property: Id(0)] Guid Value) : IId<PanelQuestionId>
{
    /// <inheritdoc/>
    public static PanelQuestionId From(Guid value) => new(value);

    /// <summary>The ID of the question at a place.</summary>
    public static PanelQuestionId At(PanelId panel, int place) =>
        Ids.Of<PanelQuestionId>($"panelQuestion/{panel}/{place}");

    /// <summary>Reads the UUID.</summary>
    public static bool TryParse(string? text, out PanelQuestionId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>
/// The ID of a sheet as it was entered. Only whoever entered it knows it: nobody else reads it anywhere.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.sheet-id"), JsonConverter(typeof(IdJson<SheetId>))]
public readonly record struct SheetId([property: Id(0)] Guid Value) : IId<SheetId>
{
    /// <inheritdoc/>
    public static SheetId From(Guid value) => new(value);

    /// <summary>Reads the UUID.</summary>
    public static bool TryParse(string? text, out SheetId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
