using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>The finder's parameters, as the OpenAPI document lists them.</summary>
internal static class QueryDocumentation
{
    private static readonly string Length = $"{MeetingFields.MinMinutes} to {MeetingFields.MaxMinutes}";

    private static readonly Parameter[] Parameters =
    [
        new("text", """
            Words that must all be in the name, the topics, whom it is for, what it says about itself or the town. From
            three letters on, a word also finds longer words that begin with it. Accents, apostrophes, capitals and
            hyphens make no difference: drop-in also finds dropin and drop in.
            """),
        new("area", "Any of these areas, such as east-sussex."),
        new("day", """
            Has a meeting on any of these weekdays: mon, tue, wed, thu, fri, sat, sun. What day, part, startsAfter,
            startsBefore, endsBefore, minMinutes, maxMinutes and within ask for must be true of one and the same meeting
            in the next 400 days.
            """),
        new("notDay", "Has no meeting on any of these weekdays."),
        new("part", "Any of these parts of the day: morning from 04:00, afternoon from 12:00, evening from 17:00."),
        new("startsAfter", "A meeting starts at this local time or later, such as 18:00."),
        new("startsBefore", "A meeting starts before this local time, such as 20:00."),
        new("endsBefore", """
            A meeting is over at this local time or earlier, on the day it starts, such as 21:00. One from 19:00 to
            21:00 is.
            """),
        new("minMinutes", $"A meeting takes at least this number of minutes, {Length}.", JsonSchemaType.Integer),
        new("maxMinutes", $"A meeting takes at most this number of minutes, {Length}.", JsonSchemaType.Integer),
        new("within", "Has a meeting later today or within this number of days, 1 to 60.", JsonSchemaType.Integer),
        new("format", "Any of inPerson, online, hybrid."),
        new("near", "A point to measure distance from, in degrees north and east, such as 50.8225,-0.1372."),
        new("outcode", "A point to measure distance from, as the first half of a Sussex postcode, such as BN2."),
        new(
            "withinKm",
            "The maximum distance from near or outcode in kilometres, in a straight line. Groups that give their place "
                + "only on request are listed separately, in onRequest.",
            JsonSchemaType.Number),
        new("need", $"Meets all of these access needs, or any of them with needMatch=any: {NamesOf<AccessNeed>()}."),
        new("needMatch", "Whether any or all of the needs must be met. The default is all.", Values: ["any", "all"]),
        new("town", """
            In any of these towns or neighbourhoods, such as Lewes. From three letters on, a word also finds longer
            words that begin with it.
            """),
        new("notArea", "In none of these areas."),
        new("notPart", "Has no meeting in any of these parts of the day."),
        new("notFormat", "In none of these formats."),
        new("notNeed", "Meets none of these access needs."),
        new("notFor", "For none of these people."),
        new("notLanguage", "In none of these languages."),
        new("for", "For any of these people, such as women or carers."),
        new("topic", "About any of these topics, or about all of them with topicMatch=all."),
        new("topicMatch", "Whether any or all of the topics must match. The default is any.", Values: ["any", "all"]),
        new("notTopic", "About none of these topics."),
        new("language", "Any of these languages, such as en or bsl."),
        new("welcomesNewcomers", "Whether newcomers are welcome without notice.", JsonSchemaType.Boolean),
        new("status", "active or paused today. The default is both. Closed groups are never shown."),
        new("sort", """
            next: the next meeting first, groups without one last. distance: the nearest first. relevance: words in the
            name before words in the topics before words elsewhere. The default is relevance with text, next without.
            """, Values: ["next", "distance", "relevance"]),
        new("limit", "Groups on a page, 1 to 100. The default is 20.", JsonSchemaType.Integer),
        new("cursor", "The value of next in an answer to the same query, up to a day old."),
    ];

    /// <summary>The names of all parameters.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Parameters.Select(parameter => parameter.Name)];

    /// <summary>Adds the parameters to the OpenAPI description of an endpoint.</summary>
    public static void Describe(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. Parameters.Select(parameter => (IOpenApiParameter)parameter.ToOpenApi())];
            return Task.CompletedTask;
        });

    private static string NamesOf<T>() where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Select(TermExtractor.NameOf));

    private sealed record Parameter(
        string Name, string Description, JsonSchemaType Type = JsonSchemaType.String, string[]? Values = null)
    {
        public OpenApiParameter ToOpenApi() => new OpenApiParameter
        {
            Name = Name,
            In = ParameterLocation.Query,
            Description = Description.ReplaceLineEndings(" "),
            Schema = new OpenApiSchema
            {
                Type = Type,
                Enum = Values?.Select(value => (JsonNode)JsonValue.Create(value)!).ToList(),
            },
        };
    }
}
