using System.Text.Json.Serialization;

namespace PeerNet.Contracts.NextSteps;

/// <summary>The ID of a next step.</summary>
[GenerateSerializer, Immutable, Alias("peernet.next-step-id"), JsonConverter(typeof(IdJson<NextStepId>))]
public readonly record struct NextStepId([property: Id(0)] Guid Value) : IId<NextStepId>
{
    /// <inheritdoc/>
    public static NextStepId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out NextStepId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>The ID of a piece of news about a next step.</summary>
[GenerateSerializer, Immutable, Alias("peernet.news-id"), JsonConverter(typeof(IdJson<NewsId>))]
public readonly record struct NewsId([property: Id(0)] Guid Value) : IId<NewsId>
{
    /// <inheritdoc/>
    public static NewsId From(Guid value) => new(value);

    /// <summary>Reads the UUID; used by routes.</summary>
    public static bool TryParse(string? text, out NewsId id) => Ids.TryParse(text, out id);

    /// <summary>The UUID.</summary>
    public override string ToString() => Value.ToString();
}
