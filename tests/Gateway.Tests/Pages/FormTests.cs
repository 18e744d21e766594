using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Admitted = PeerNet.Gateway.SignIn.Access;

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
        // But for what a script sends that the phone kept. No other site can: a PUT from there brings no cookie.
        var others = Pages.Where(page => page.RoutePattern.RawText != "/tables/{tableId}/{questionId}/{tallyId}");
        Assert.All(others, page => Assert.Empty(MethodsOf(page).Except(["GET", "POST"])));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reaches_a_page_for_members_only_by_signing_in()
    {
        var scene = await Scene.Make(area);
        using var browser = Browser.At(area.East.Url);
        foreach (var page in Pages.Where(page => MethodsOf(page).Contains("GET") && !IsForAnyone(page)))
        {
            var path = PathOf(page, scene);
            var shown = (await browser.Get(path)).Is(200);
            Assert.True(shown.Path == $"/sign-in?to={Uri.EscapeDataString(path)}", $"{path} leads to {shown.Path}");
        }
    }

    [Fact]
    public async Task A_form_is_refused_without_its_token_with_a_wrong_one_and_with_somebody_else_s()
    {
        var scene = await Scene.Make(area);
        // Whoever may not send a form at all is told that first.
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        using var other = Browser.At(area.East, scene.Other);
        var mine = (await coordinator.Get("/sign-out")).Is(200).Token().Single();
        var theirs = (await other.Get("/sign-out")).Is(200).Token().Single();
        KeyValuePair<string, string>[] tokens = [new("name", "none"), new(mine.Key, "stale"), theirs];
        foreach (var path in Pages.Where(page => MethodsOf(page).Contains("POST")).Select(page => PathOf(page, scene)))
        {
            foreach (var token in tokens)
            {
                var refused = await coordinator.Post(path, [token]);
                Assert.True(refused.Status == 400, $"{path} answered {refused.Status} to the token {token.Value}");
                Assert.Equal("This form is too old", refused.Heading);
            }
        }
        Assert.Contains(Scene.Description.Name, (await area.Http.Get(scene.At)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_somebody_may_not_send_is_refused_whatever_is_in_it()
    {
        var scene = await Scene.Make(area);
        using var visitor = Browser.At(area.East.Url);
        using var lead = Browser.At(area.East, scene.Lead);
        var nobodys = (await visitor.Get("/sign-in")).Token().Single();
        var leads = (await lead.Get("/sign-out")).Token().Single();
        var forms = Pages.Where(page => MethodsOf(page).Contains("POST") && !IsForAnyone(page)).ToList();
        var coordinators = forms.Where(IsForCoordinators).ToList();
        Assert.NotEmpty(coordinators);
        var read = Pages.Where(page => MethodsOf(page).Contains("GET")).Select(page => Segments(page)).ToList();
        foreach (var path in forms.Select(form => PathOf(form, scene)))
        {
            var refused = await visitor.Post(path, [nobodys]);
            Assert.True(refused.Path.StartsWith("/sign-in?to=", StringComparison.Ordinal), $"{path}: {refused.Path}");
            // Whoever signs in then must find a page there, and not be told that the address takes forms alone.
            var to = Uri.UnescapeDataString(refused.Path["/sign-in?to=".Length..]).Split('/');
            Assert.True(read.Any(page => IsOf(to, page)), $"{path}: {refused.Path}");
        }
        foreach (var path in coordinators.Select(form => PathOf(form, scene)))
        {
            var refused = await lead.Post(path, [leads]);
            Assert.True(refused.Status == 403, $"{path} answered {refused.Status} to a lead");
        }
    }

    [Fact]
    public async Task A_page_about_something_that_does_not_exist_is_not_found_for_anyone_who_is_signed_in()
    {
        using var browser = Browser.At(area.East, await area.APerson("coordinator"), "coordinator");
        var pages = Pages.Where(page => MethodsOf(page).Contains("GET") && page.RoutePattern.Parameters.Count > 0);
        foreach (var page in pages.Where(page => Segments(page)[1] is not ("problems" or "docs")))
        {
            var path = string.Join('/', Segments(page).Select(Elsewhere));
            var shown = await browser.Get(path);
            Assert.True(shown.Status is 404 or 200 && shown.Heading.Length > 0, $"{path} answered {shown.Status}");
        }
    }

    private static string Elsewhere(string part)
    {
        if (part == "{area}") return "nowhere";
        return part.StartsWith('{') ? $"{Guid.CreateVersion7()}" : part;
    }

    private static bool IsForAnyone(Endpoint page) => page.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsForCoordinators(Endpoint page) =>
        page.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(one => one.Policy == Admitted.Coordinators);

    private static string[] Segments(RouteEndpoint page) => $"/{page.RoutePattern.RawText!.TrimStart('/')}".Split('/');

    private static bool IsOf(string[] path, string[] page)
    {
        // The route of a list may end in a slash.
        var parts = page[^1].Length == 0 ? page[..^1] : page;
        return path.Length == parts.Length
            && parts.Zip(path).All(part => part.First.StartsWith('{') || part.First == part.Second);
    }

    private string PathOf(RouteEndpoint page, Scene scene)
    {
        return string.Join('/', Segments(page).Select(part => part switch
        {
            "{area}" => $"{area.West.Area}",
            "{memberId}" => $"{scene.Member.Id}",
            "{id}" => $"{scene.Group}",
            _ when part.StartsWith('{') => $"{Guid.CreateVersion7()}",
            _ => part,
        }));
    }

    private static IReadOnlyList<string> MethodsOf(Endpoint page) =>
        page.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
