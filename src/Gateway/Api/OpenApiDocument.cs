using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace PeerNet.Gateway.Api;

/// <summary>Serves the OpenAPI 3.1 document and the page to browse it.</summary>
internal static class OpenApiDocument
{
    private const string Description =
        "Groups, members and meetings of one area. You choose the ID of everything you create, and every write is a "
        + "PUT or a DELETE, "
        + "so it is safe to send a request again. Refusals are application/problem+json.";

    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", document =>
    {
        document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        document.AddSchemaTransformer(OpenApiSchemas.Complete);
        document.AddOperationTransformer(OpenApiOperations.Complete);
        document.AddDocumentTransformer((whole, context, _) =>
        {
            var home = context.ApplicationServices.GetRequiredService<Home>();
            whole.Info = new() { Title = $"PeerNet in {home.Name}", Version = "v1", Description = Description };
            whole.Components ??= new();
            whole.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["bearer"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "JWT",
                    Description = "A token issued for this area, or one that you made at /me/programs."
                },
            };
            whole.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            whole.Components.Schemas["ProblemDetails"] = OpenApiSchemas.Problem();
            OpenApiComponents.Complete(whole.Components.Schemas);
            RequiredFields.Complete(whole);
            return Task.CompletedTask;
        });
    });

    public static void MapOpenApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        // Everything that would contact another server is turned off.
        app.MapScalarApiReference("/docs", docs => docs.WithTitle("PeerNet")
            .HideDeveloperTools()
            .HideClientButton()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .DisableDefaultFonts())
            .AllowAnonymous();
    }
}
