using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Growth;

/// <summary>The forms in which figures can be had: JSON, CSV for spreadsheets, and events.</summary>
internal static class FigureForms
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json; charset=utf-8";

    private static readonly string[] ReleasedParameters = ["format"];

    /// <summary>
    /// The form that the request asks for, by its parameter <c>format</c> or else its Accept header; the first of those
    /// offered if it does not say.
    /// </summary>
    public static TForm FormOf<TForm>(
        this HttpRequest request, Parameters parameters, params (string MediaType, TForm Form)[] offered)
        where TForm : struct, Enum
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (parameters.Enum<TForm>("format") is { } format) return format;
        var chosen = AcceptHeader.Choose(request, [.. offered.Select(one => one.MediaType)]);
        return offered.First(one => one.MediaType == chosen).Form;
    }

    /// <summary>The form in which released figures are asked for; no other parameter is known.</summary>
    public static FigureFormat ReleasedFormOf(this HttpRequest request)
    {
        var parameters = new Parameters(request.Query);
        parameters.Check(ReleasedParameters);
        return request.FormOf(parameters, (Json, FigureFormat.Json), (Csv.MediaType, FigureFormat.Csv));
    }

    /// <summary>Has a browser save the answer as a file.</summary>
    public static void SaveAs(this HttpResponse response, string file) =>
        response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";

    /// <summary>Says in the OpenAPI document that the answer can have another form.</summary>
    public static RouteHandlerBuilder AlsoAs(
        this RouteHandlerBuilder endpoint, string mediaType, string description)
    {
        return endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses!["200"].Content![mediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = description },
            };
            return Task.CompletedTask;
        });
    }
}

/// <summary>The forms of released figures.</summary>
internal enum FigureFormat
{
    Json,
    Csv,
}
