using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>The finder's parameters as the OpenAPI document lists them.</summary>
internal static class FinderDocument
{
    private static readonly (string Name, string Description, JsonSchemaType Type, string[]? Words)[] Parameters =
    [
        ("text", "Words that must all stand in the name, the topics, whom it is for, what it says of itself or the town; from three letters on also as the beginning of a longer word.", JsonSchemaType.String, null),
        ("area", "Any of these areas, such as east-sussex.", JsonSchemaType.String, null),
        ("day", "Has a meeting on any of these weekdays: mon, tue, wed, thu, fri, sat, sun. What is asked of day, part, startsAfter, startsBefore and within holds for one and the same meeting in the next 400 days.", JsonSchemaType.String, null),
        ("notDay", "Has no meeting on any of these weekdays.", JsonSchemaType.String, null),
        ("part", "Any of these parts of the day: morning from 04:00, afternoon from 12:00, evening from 17:00 until 03:59.", JsonSchemaType.String, null),
        ("startsAfter", "A meeting starts at this local time or later, like 18:00.", JsonSchemaType.String, null),
        ("startsBefore", "A meeting starts before this local time, like 20:00.", JsonSchemaType.String, null),
        ("within", "Has a meeting later today or up to so many days on, 1 to 60.", JsonSchemaType.Integer, null),
        ("format", "Any of inPerson, online, hybrid.", JsonSchemaType.String, null),
        ("near", "A place to measure from: degrees north and east, like 50.8225,-0.1372.", JsonSchemaType.String, null),
        ("outcode", "The same by the first half of a postcode of Sussex, like BN2.", JsonSchemaType.String, null),
        ("withinKm", "At most so many kilometres from near or outcode, as the crow flies.", JsonSchemaType.Number, null),
        ("need", $"All of these access needs are met: {string.Join(", ", Enum.GetValues<AccessNeed>().Select(CardTerms.Word))}.", JsonSchemaType.String, null),
        ("for", "For any of these people, such as women or carers.", JsonSchemaType.String, null),
        ("topic", "About any of these topics; about all of them with topicMatch=all.", JsonSchemaType.String, null),
        ("topicMatch", "Whether any or all of the topics are asked for; any when left out.", JsonSchemaType.String, ["any", "all"]),
        ("notTopic", "About none of these topics.", JsonSchemaType.String, null),
        ("language", "Any of these languages, such as en or bsl.", JsonSchemaType.String, null),
        ("welcomesNewcomers", "Whether newcomers are welcome without notice.", JsonSchemaType.Boolean, null),
        ("status", "active: meets today's pattern; paused: rests today. Both when left out; what is closed is never shown.", JsonSchemaType.String, null),
        ("sort", "next: the next meeting first, those without one last; distance: the nearest first; relevance: words in the name before words in the topics before words elsewhere. Relevance when text is given, else next.", JsonSchemaType.String, ["next", "distance", "relevance"]),
        ("limit", "Groups on a page, 1 to 100; 20 when left out.", JsonSchemaType.Integer, null),
        ("cursor", "The value of next in an answer to the same query, up to a day old.", JsonSchemaType.String, null),
    ];

    /// <summary>Every parameter there is.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Parameters.Select(parameter => parameter.Name)];

    /// <summary>Adds them to the document's description of an endpoint.</summary>
    public static void Describe(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters = [.. Parameters.Select(parameter => new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = new OpenApiSchema { Type = parameter.Type, Enum = parameter.Words?.Select(word => (JsonNode)JsonValue.Create(word)!).ToList() },
        })];
        return Task.CompletedTask;
    });
}
