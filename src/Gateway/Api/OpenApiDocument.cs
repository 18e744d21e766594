using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
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
        document.AddSchemaTransformer((schema, context, _) =>
        {
            Words(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
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
                    Description = "A token issued for this area."
                },
            };
            whole.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", whole)] = [] }];
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

    private static void Words(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "uuid";
        }
        else if (plain == typeof(AreaId))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^[a-z][a-z0-9-]{1,39}$";
        }
        else if (plain == typeof(Day))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = "date";
        }
        else if (plain == typeof(TimeOnly))
        {
            schema.Type = JsonSchemaType.String;
            schema.Format = null;
            schema.Pattern = "^[0-2][0-9]:[0-5][0-9]$";
        }
    }
}
