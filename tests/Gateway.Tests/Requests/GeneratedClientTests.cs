using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace PeerNet.Gateway.Tests.Requests;

/// <summary>A client that a generator made from the OpenAPI document, and nothing else, logs a meeting.</summary>
public sealed class GeneratedClientTests(RunningArea area)
{
    // What an integrator writes over the generated client; anything the document says wrongly breaks it.
    private const string Story = """
        namespace Generated;

        using System;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Story
        {
            public static async Task<string> Log(HttpClient http, Guid group, Guid meeting, Guid lead,
            DateTimeOffset day)
            {
                var client = new PeerNetClient(http);
                var made = await client.PutGroupAsync(group, new GroupDescription
                {
                    Name = "Generated tea", Format = MeetingFormat.Hybrid, Joining = Joining.Ask,
                    Needs = new[] { AccessNeed.StepFree }, Place = new Place { Town = "Lewes", Outcode = "BN7" },
                });
                var logged = await client.RecordMeetingAsync(meeting, new RecordMeeting
                {
                    GroupId = group, HeldOn = day, StartsAt = "19:00", Present = new[] { lead },
                    Unnamed = new Unnamed { Newcomers = 2 }, Notes = "A good evening",
                });
                var read = await client.GetMeetingAsync(meeting);
                var list = await client.ListMeetingsAsync(group);
                var found = await client.FindGroupsAsync();
                var me = await client.GetMeAsync();
                try
                {
                    await client.MarkAttendanceAsync(meeting, lead, new MarkAttendance { Mark = Mark.Absent },
                    "\"99\"");
                    return "not refused";
                }
                catch (ApiException<ProblemDetails> refused)
                {
                    return $"{made.Roster.Single().Part} {logged.State} {logged.HeadCount} {read.Roster.Single().Mark} "
                        + $"{list.Items.Single().Logged} {found.Total > 0} {me.Groups.Count} {refused.Result.Code}";
                }
            }
        }
        """;

    [Fact]
    public async Task A_generated_client_logs_a_meeting()
    {
        var document = await OpenApiDocument.FromJsonAsync(
            (await area.Http.Get("/openapi/v1.json")).Text, TestContext.Current.CancellationToken);
        var client = new CSharpClientGenerator(document, new()
        {
            ClassName = "PeerNetClient",
            InjectHttpClient = true,
            UseBaseUrl = false,
            GenerateOptionalParameters = true,
            CSharpGeneratorSettings = { Namespace = "Generated" },
        });
        var log = Compiled(client.GenerateFile(), Story).GetType("Generated.Story")!.GetMethod("Log")!;
        var lead = await area.APerson();
        // The client searches for groups once.
        await Scene.Make(area);
        await RunningArea.Until(
            async () => (await area.Http.Get("groups")).Is(200).GetProperty("total").GetInt32() > 0);
        using var http = new HttpClient { BaseAddress = new(area.East.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", lead.Token);
        var yesterday = new DateTimeOffset(RunningArea.Today.AddDays(-1), default, default);
        var told = await (Task<string>)log.Invoke(
            null, [http, Guid.CreateVersion7(), Guid.CreateVersion7(), lead.Id.Value, yesterday])!;
        Assert.Equal("Lead Held 3 Present True True 1 version.stale", told);
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_and_every_schema_says_something()
    {
        var document = (await area.Http.Get("/openapi/v1.json")).Json;
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => operation.Value)).ToList();
        var names = operations.Select(operation => operation.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(operations, operation => Assert.True(operation.TryGetProperty("security", out _)));
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
            Says(schema.Name, schema.Value);

        static void Says(string name, System.Text.Json.JsonElement schema)
        {
            // What an answer has and a request ignores may be anything.
            if (name == "JsonElement") return;
            Assert.True(
                schema.TryGetProperty("type", out var type) || schema.TryGetProperty("$ref", out _)
                    || schema.TryGetProperty("oneOf", out _),
                $"{name}: {schema}");
            if ($"{type}".Contains("array", StringComparison.Ordinal)) Says($"{name}[]", schema.GetProperty("items"));
            if (!schema.TryGetProperty("properties", out var properties)) return;
            foreach (var property in properties.EnumerateObject()) Says($"{name}.{property.Name}", property.Value);
        }
    }

    private static Assembly Compiled(params string[] sources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            references,
            new(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Take(10)));
        return Assembly.Load(stream.ToArray());
    }
}
