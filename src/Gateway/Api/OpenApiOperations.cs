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
        ["layGathering"] = "layTable", ["listTally"] = "listTallies", ["resultQuestion"] = "getResult",
        ["listBarrier"] = "listBarriers", ["addBarrier"] = "addToAnswer", ["usTooBarrier"] = "sayUsToo",
        ["helpedBarrier"] = "sayHelped", ["listLimit"] = "listLimits", ["listRole"] = "listRoles",
        ["putRole"] = "nameRole",
        ["tellNextStep"] = "tellNews", ["sayDoneNextStep"] = "sayNextStepDone",
        ["listOfGroupNextStep"] = "listGroupSteps", ["listNextStep"] = "listNextSteps",
        ["findOfferList"] = "findSupportOffers", ["fitsOfferList"] = "findFits", ["mineOfferList"] = "listMyOffers",
    };

    private static readonly Dictionary<string, string> Examples = new()
    {
        ["putGroup"] = """
            {"name":"Tuesday tea","about":"Tea and talk for anyone who feels low.","topics":["low-mood"],
             "needs":["stepFree"],"format":"inPerson","place":{"name":"Church Hall","address":"12 High Street",
             "town":"Lewes","outcode":"BN7","privacy":"exact"},"joining":"open","welcomesNewcomers":true,
             "schedule":{"series":[{"id":"tuesday-evening","versions":[{"from":"2026-12-01","startsAt":"19:00",
             "minutes":90,"rule":"FREQ=WEEKLY;BYDAY=TU"}],"notOnBankHolidays":true}],"except":["2026-12-29"]},
             "pauses":[{"from":"2027-07-26","until":"2027-09-06"}]}
            """,
        ["putMember"] = """{"name":"Robin","helps":"A chair near the door"}""",
        ["closeGroup"] = """{"reason":"The hall has closed.","on":"2026-12-31"}""",
        ["joinGroup"] = """{"part":"member"}""",
        ["planMeeting"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","heldOn":"2026-12-01","startsAt":"19:00"}
            """,
        ["recordMeeting"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","heldOn":"2026-11-24","startsAt":"19:00",
             "present":["01994b1e-7c00-7000-8000-000000000002"],"unnamed":{"newcomers":2},"notes":"A good evening"}
            """,
        ["correctMeeting"] = """
            {"why":"Somebody was marked by mistake.",
             "marks":[{"memberId":"01994b1e-7c00-7000-8000-000000000002","mark":"apologies"}]}
            """,
        ["cancelMeeting"] = """{"reason":"The hall is closed."}""",
        ["intendMeeting"] = """{"intention":"coming"}""",
        ["answerSeat"] = """{"welcome":true}""",
        ["shareMeeting"] = """{"open":true}""",
        ["markAttendance"] = """{"mark":"apologies"}""",
        ["countUnnamed"] = """{"newcomers":2,"visitors":0,"carers":1,"children":0}""",
        ["putSupportOffer"] = """
            {"side":"offer","kind":"lift","text":"I drive past Lewes station most mornings.","audience":"myArea",
             "days":["mon","thu"],"partsOfDay":["morning"],"outcode":"BN7","howOften":"monthly","timesAMonth":4,
             "urgency":"anyTime","languages":["en"],"needs":["stepFree"],"expiresOn":"2027-03-31"}
            """,
        ["hideSupportOffer"] = """{"reason":"It names somebody else. Please leave the name out."}""",
        ["writeWorry"] = """
            {"about":"group","subjectId":"01994b1e-7c00-7000-8000-000000000001","text":"Nobody locks the side door."}
            """,
        ["answerWorry"] = """{"answer":"Thank you. We have spoken to the hall."}""",
        ["takeUpMatch"] = """{"shownAs":"Robin","showContact":"phone"}""",
        ["agreeMatch"] = """{"shownAs":"Kim","showContact":"email"}""",
        ["arrangeMatch"] = """{"on":"2026-12-03","at":"10:30","where":"Outside the station"}""",
        ["reportMatch"] = """{"done":true,"words":"Thank you."}""",
        ["putGathering"] = """
            {"title":"What is co-production?","heldOn":"2026-12-03","startsAt":"13:30","minutes":180,
             "place":"Town Hall, ramp at the side","needs":["stepFree"],
             "groups":["01994b1e-7c00-7000-8000-000000000001","01994b1e-7c00-7000-8000-000000000002"]}
            """,
        ["cancelGathering"] = """{"reason":"The hall has closed."}""",
        ["layTable"] = """{"label":"otter","present":6}""",
        ["askQuestion"] = """
            {"kind":"vote","text":"What is co-production?","options":["Sharing power from the start","As equals"]}
            """,
        ["enterTally"] = """
            {"tableId":"01994b1e-7c00-7000-8000-000000000003","present":6,"tookPart":6,"counts":[4,3]}
            """,
        ["nameRole"] = """
            {"name":"Housing lead, Brighton and Hove City Council","holderId":"01994b1e-7c00-7000-8000-000000000002"}
            """,
        ["raiseBarrier"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","text":"We wait nine weeks for an hour's form.",
             "about":"time","layer":"organisation","roleId":"01994b1e-7c00-7000-8000-000000000004",
             "isUnrehearsed":true}
            """,
        ["hearBarrier"] = """{"answerBy":"2026-12-10"}""",
        ["answerBarrier"] = """
            {"kind":"can","by":"2027-01-31","whatICan":"Two people will look at these forms every Monday.",
             "whatIDontKnow":"Whether we can keep that up after March."}
            """,
        ["addToAnswer"] = """{"text":"The first Monday was the 4th of January."}""",
        ["sayHelped"] = """{"answerId":"01994b1e-7c00-7000-8000-000000000005","said":"partly"}""",
        ["claimLimit"] = """
            {"roleId":"01994b1e-7c00-7000-8000-000000000004","what":"We may not house people without a local link.",
             "kind":"law","source":"Housing Act 1996","section":"Part 6","whoseRule":"Parliament",
             "wouldHaveToChange":"The Act, or how we read it."}
            """,
        ["checkLimit"] = """{"who":"The law centre","how":"They read the Act with us."}""",
        ["disputeLimit"] = """{"why":"Another council reads it differently."}""",
        ["changeLimit"] = """{"whatChanged":"We have written a new policy."}""",
        ["writeNextStep"] = """
            {"text":"Ask the bus company for a stop at the hall.","layer":"system","dueOn":"2027-03-31","cost":"time",
             "groupId":"01994b1e-7c00-7000-8000-000000000001","for":["01994b1e-7c00-7000-8000-000000000002"]}
            """,
        ["takeOnNextStep"] = """{"groupId":"01994b1e-7c00-7000-8000-000000000001"}""",
        ["tellNews"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","text":"They have sent somebody to look at the road."}
            """,
        ["keepNextStep"] = """{"groupId":"01994b1e-7c00-7000-8000-000000000002"}""",
        ["dropNextStep"] = """{"reason":"The hall moves to the high street."}""",
        ["askForSeat"] = """
            {"area":"west-sussex","groupId":"01994b1e-7c00-7000-8000-000000000001","shownAs":"Robin","consent":true}
            """,
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
        if (Examples.TryGetValue(operation.OperationId, out var example)
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
