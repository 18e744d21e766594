using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Api;

/// <summary>
/// Says of each operation in the OpenAPI document what is true of all of them: its name, its headers, the refusals it
/// can give and whom it admits.
/// </summary>
internal static class OpenApiOperations
{
    private const string ProblemJson = "application/problem+json";

    // The methods of the endpoints are verbs, and most become a name with the noun of their class.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["findFinder"] = "findGroups", ["meetingsGroup"] = "listMeetings", ["meMember"] = "getMe",
        ["getHome"] = "getMyHome", ["overviewArea"] = "getAreaOverview",
        ["attendanceSeat"] = "listMyAttendance", ["askSeat"] = "askForSeat", ["ledgerBorder"] = "readLedger",
        ["markMeeting"] = "markAttendance", ["countMeeting"] = "countUnnamed", ["getConnection"] = "listConnections",
        ["connectConnection"] = "connectGroups", ["disconnectConnection"] = "disconnectGroups",
        ["shareConnection"] = "shareMeeting", ["unshareConnection"] = "unshareMeeting",
        ["listNotice"] = "listMyNotices",
        ["listWorry"] = "listWorries", ["mineWorry"] = "listMyWorries", ["actWorry"] = "actOnWorry",
        ["layGathering"] = "layTable", ["takeAwayGathering"] = "takeTableAway", ["listTally"] = "listTallies",
        ["sayComingGathering"] = "sayWhoComes",
        ["resultQuestion"] = "getResult", ["releasedQuestion"] = "getReleased",
        ["listBarrier"] = "listBarriers", ["listElsewhereBarrier"] = "listBarriersElsewhere",
        ["addBarrier"] = "addToAnswer", ["usTooBarrier"] = "sayUsToo", ["countAnswersBarrier"] = "countAnswers",
        ["helpedBarrier"] = "sayHelped", ["chooseReadersBarrier"] = "chooseReaders",
        ["listLimit"] = "listLimits", ["listRole"] = "listRoles", ["putRole"] = "nameRole",
        ["listLens"] = "listLenses", ["sayHelpsLens"] = "sayLensHelps", ["takeBackLens"] = "takeBackLensHelp",
        ["listSentence"] = "listSentences", ["listOfSentence"] = "listGatheringSentences",
        ["listElsewhereSentence"] = "listSentencesElsewhere",
        ["agreeSentence"] = "agreeToSentence", ["putToVoteSentence"] = "putSentenceToVote",
        ["takeOutSentence"] = "takeOutWords",
        ["takeOnAsRoleNextStep"] = "takeOnNextStepAsRole", ["tellAsRoleNextStep"] = "tellRoleNews",
        ["tellNextStep"] = "tellNews", ["sayDoneNextStep"] = "sayNextStepDone",
        ["holdPower"] = "holdRole", ["offerPower"] = "offerRole", ["takePower"] = "takeRole", ["endPower"] = "endRole",
        ["listPractice"] = "listPractices", ["listElsewherePractice"] = "listPracticesElsewhere",
        ["listOfGroupPractice"] = "listGroupPractices",
        ["agreePractice"] = "agreeToPractice", ["thankPractice"] = "thankForPractice",
        ["listOfPanel"] = "listPanels", ["agreePanel"] = "agreeOnQuestions",
        ["enterPanel"] = "enterSheet", ["getSheetPanel"] = "getSheet",
        ["listOfGroupNextStep"] = "listGroupSteps", ["listNextStep"] = "listNextSteps",
        ["listElsewhereNextStep"] = "listNextStepsElsewhere",
        ["findOfferList"] = "findSupportOffers", ["fitsOfferList"] = "findFits", ["mineOfferList"] = "listMyOffers",
    };

    /// <summary>Completes one operation.</summary>
    public static Task Complete(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler) return Task.CompletedTask;
        operation.OperationId = NameOf(handler);
        var isPublic = metadata.OfType<IAllowAnonymous>().Any();
        var isWrite = context.Description.HttpMethod is not "GET";
        AddParameters(operation, handler);
        AddRefusals(operation, handler, isPublic, isWrite);
        AddTags(operation, handler, isWrite);
        var bearer = new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [],
        };
        operation.Security = isPublic ? [new(), bearer] : [bearer];
        if (OpenApiExamples.All.TryGetValue(operation.OperationId, out var example)
            && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
            body.Example = JsonNode.Parse(example);
        return Task.CompletedTask;
    }

    private static string NameOf(MethodInfo handler)
    {
        var verb = $"{char.ToLowerInvariant(handler.Name[0])}{handler.Name[1..]}";
        var noun = handler.DeclaringType!.Name.Replace("Endpoints", "", StringComparison.Ordinal)
            .Replace("Endpoint", "", StringComparison.Ordinal);
        return Names.GetValueOrDefault($"{verb}{noun}", $"{verb}{noun}");
    }

    private static void AddParameters(OpenApiOperation operation, MethodInfo handler)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            var type = handler.GetParameters().FirstOrDefault(one => one.Name == parameter.Name)?.ParameterType;
            if (type is not null && OpenApiSchemas.Of(type) is { } schema) parameter.Schema = schema;
        }
    }

    private static void AddTags(OpenApiOperation operation, MethodInfo handler, bool isWrite)
    {
        var hasVersion = $"{handler.ReturnType}".Contains("Details", StringComparison.Ordinal)
            && Arguments(handler.ReturnType).Any(type => type.IsAssignableTo(typeof(IVersioned)));
        if (hasVersion)
        {
            foreach (var (status, response) in operation.Responses ?? [])
            {
                if (status is "200" or "201") AddHeader(response, "ETag", "The version; send it as If-Match.");
            }
        }
        if (hasVersion && !isWrite)
        {
            operation.Responses!["304"] = new OpenApiResponse { Description = "You have it already." };
            AddHeader(operation.Responses["304"], "ETag", "The version.");
            AddParameter(operation, "If-None-Match", "The tags you have. If one is current, the answer is 304.");
        }
        if (!handler.GetParameters().Any(one => one.ParameterType == typeof(ReadVersion))) return;
        AddParameter(operation, "If-Match", "The ETag you read, several with commas, or *. Any other version is 412.");
        AddParameter(operation, "If-None-Match", "Only *: create it, and change nothing that exists.");
    }

    private static void AddRefusals(OpenApiOperation operation, MethodInfo handler, bool isPublic, bool isWrite)
    {
        var isConditional = handler.GetParameters().Any(one => one.ParameterType == typeof(ReadVersion));
        List<int> statuses = [400, 401, 404, 410, 429, 500, 503];
        if (!isPublic || isWrite) statuses.Add(403);
        if (isWrite) statuses.AddRange([409, 413, 415, 422]);
        if (isConditional) statuses.AddRange([412, 428]);
        operation.Responses ??= [];
        foreach (var status in statuses.Order())
        {
            var name = status.ToString(CultureInfo.InvariantCulture);
            operation.Responses[name] = Problem(ReasonPhrases.GetReasonPhrase(status));
        }
        foreach (var status in (string[])["429", "503"])
            AddHeader(operation.Responses[status], "Retry-After", "Seconds to wait before you try again.");
        AddHeader(operation.Responses["401"], "WWW-Authenticate", "Bearer.");
        if (operation.Responses.TryGetValue("201", out var created))
            AddHeader(created, "Location", "Where it can be read.");
    }

    private static OpenApiResponse Problem(string description)
    {
        return new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [ProblemJson] = new() { Schema = new OpenApiSchemaReference("ProblemDetails") },
            },
        };
    }

    private static void AddHeader(IOpenApiResponse response, string name, string description)
    {
        var headers = ((OpenApiResponse)response).Headers ??= new Dictionary<string, IOpenApiHeader>();
        headers[name] = new OpenApiHeader
        {
            Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }

    private static void AddParameter(OpenApiOperation operation, string name, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static IEnumerable<Type> Arguments(Type type) =>
        type.GetGenericArguments().SelectMany(inner => Arguments(inner).Prepend(inner));
}
