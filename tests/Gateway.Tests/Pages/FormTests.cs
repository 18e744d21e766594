using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>What holds for every page and every form, also for those that are yet to come.</summary>
public sealed class FormTests(RunningArea area)
{
    private IEnumerable<RouteEndpoint> Pages
    {
        get
        {
            var all = area.East.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
            return all.Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0]
                is not ("api" or "link"));
        }
    }

    [Fact]
    public void Every_form_is_sent_by_a_page_of_this_site()
    {
        var forms = Pages.Where(page => MethodsOf(page).Contains("POST")).ToList();
        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.True(
            form.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true },
            $"POST {form.RoutePattern.RawText} takes no form, so its antiforgery token is not checked."));
    }

    [Fact]
    public void Pages_are_only_read_and_sent()
    {
        Assert.All(Pages, page => Assert.Empty(MethodsOf(page).Except(["GET", "POST"])));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reaches_a_page_for_members_only_by_signing_in()
    {
        using var browser = Browser.At(area.East.Url);
        Assert.StartsWith("/sign-in?to=", (await browser.Get("/home")).Is(200).Path, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> MethodsOf(Endpoint page) =>
        page.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
