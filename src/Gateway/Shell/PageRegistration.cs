using System.IO.Compression;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Shell;

/// <summary>What pages need of the framework: components, the texts, forms that only this site can send.</summary>
internal static class PageRegistration
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddLocalization();
        builder.Services.AddOptions<AntiforgeryOptions>()
            .Configure<IOptions<GatewayOptions>>((forms, gateway) => Configure(forms, gateway.Value));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/calendar"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(
            brotli => brotli.Level = CompressionLevel.Optimal);
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(NotStored);
    }

    // What the API and the pages answer may be personal, and is never kept by a cache on the way. What is the same for
    // everybody says so itself.
    private static Task NotStored(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.Headers.CacheControl.Count == 0 || http.Request.Path.StartsWithSegments("/api"))
                http.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>
    /// Refuses a form that no page of this site made for whoever is signed in now. After the check, which only notes
    /// it.
    /// </summary>
    public static Task RefuseForeignForms(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            throw new RefusedRequestException(RequestRefusals.Form);
        return next(http);
    }

    // Cookies ignore ports, so the areas of local mode need names of their own; and its addresses are plain http.
    private static void Configure(AntiforgeryOptions forms, GatewayOptions gateway)
    {
        forms.Cookie = gateway.Local ? new CookieBuilder() : new SecureCookie();
        forms.Cookie.Name = gateway.Local ? $"peernet-form-{gateway.Area}" : "__Host-peernet-form";
        forms.Cookie.HttpOnly = true;
        forms.Cookie.IsEssential = true;
        forms.Cookie.SameSite = SameSiteMode.Strict;
        forms.Cookie.Path = "/";
        forms.SuppressXFrameOptionsHeader = true;
    }

    // With the framework's own policy, forms fail behind a proxy that ends TLS and speaks plain http to the Gateway.
    private sealed class SecureCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = true;
            return options;
        }
    }
}
