using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Growth;

/// <summary>The forms in which figures can be had: JSON, or CSV for spreadsheets.</summary>
internal static class FigureForms
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Whether the request wants CSV, by its parameter <c>format</c> or else its Accept header.</summary>
    public static bool WantsCsv(this HttpRequest request, Parameters parameters)
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        if (parameters.Enum<FigureFormat>("format") is { } format) return format == FigureFormat.Csv;
        return AcceptHeader.Choose(request, Json, Csv.MediaType) == Csv.MediaType;
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

    private enum FigureFormat
    {
        Json,
        Csv,
    }
}
