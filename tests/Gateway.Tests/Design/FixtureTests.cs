using System.Reflection;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Tests.Design;

/// <summary>
/// Our controls against the HTML that GOV.UK Frontend publishes for its own, of the version that the build uses. What
/// differs on purpose is in <see cref="Wanted"/>.
/// </summary>
public sealed class FixtureTests
{
    private static readonly string Components = Path.Combine(
        typeof(FixtureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "GovukFrontend").Value!,
        "dist/govuk/components");

    [Theory]
    [InlineData("input", "default")]
    [InlineData("input", "with hint text")]
    [InlineData("input", "with error message")]
    [InlineData("input", "with error and hint")]
    [InlineData("input", "with width-3 class")]
    [InlineData("input", "custom type")]
    [InlineData("input", "value")]
    [InlineData("input", "inputmode")]
    [InlineData("input", "with autocomplete attribute")]
    [InlineData("input", "with spellcheck disabled")]
    [InlineData("textarea", "default")]
    [InlineData("textarea", "with hint")]
    [InlineData("textarea", "with error message")]
    [InlineData("textarea", "with hint and error message")]
    [InlineData("textarea", "with default value")]
    [InlineData("textarea", "with custom rows")]
    [InlineData("select", "default")]
    [InlineData("select", "hint")]
    [InlineData("select", "error")]
    [InlineData("select", "with hint text and error message")]
    [InlineData("select", "with selected value")]
    [InlineData("radios", "with hint")]
    [InlineData("radios", "with hint and error message")]
    [InlineData("radios", "with hints on parent and items")]
    [InlineData("radios", "inline")]
    [InlineData("radios", "small inline")]
    [InlineData("checkboxes", "with error message")]
    [InlineData("checkboxes", "with error message and hint")]
    [InlineData("checkboxes", "with legend as a page heading")]
    [InlineData("checkboxes", "small")]
    [InlineData("error-summary", "default")]
    [InlineData("error-message", "id")]
    [InlineData("details", "default")]
    [InlineData("details", "expanded")]
    [InlineData("exit-this-page", "default")]
    public async Task A_control_has_the_html_of_gov_uk_frontend(string component, string name)
    {
        var (options, html) = Fixture(component, name);
        var (type, parameters) = Ours(component, options);
        Assert.Equal(Plain(Wanted(html, options)), Plain(await Render(type, parameters)));
    }

    [Fact]
    public async Task A_row_of_a_summary_list_has_the_html_of_gov_uk_frontend()
    {
        var (_, html) = Fixture("summary-list", "default");
        var row = new HtmlParser().ParseDocument(html).QuerySelector(".govuk-summary-list__row")!.OuterHtml;
        RenderFragment value = builder => builder.AddContent(0, "Firstname Lastname");
        var ours = await Render(typeof(Row), new() { ["Name"] = "Name", ["ChildContent"] = value });
        Assert.Equal(Plain(row), Plain(ours));
    }

    // Our IDs are made from the names of the API's fields. The legends and labels of questions that stand side by side
    // are bold. What an option would reveal is left to CSS, so choices need no script; short ones flow, as many on a
    // line as fit. No option of a list is ever switched off. "Exit this page" leads to the weather. The lines that open
    // something need no ID.
    private static string Wanted(string html, JsonElement options)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var control in page.QuerySelectorAll("input, select, textarea"))
            control.SetAttribute("name", Id(options));
        foreach (var title in page.QuerySelectorAll("legend:not(.govuk-fieldset__legend--l)"))
            title.ClassList.Add("govuk-fieldset__legend--m");
        if (page.QuerySelector("select") is not null) page.QuerySelector("label")!.ClassList.Add("govuk-label--m");
        foreach (var choices in page.QuerySelectorAll("[data-module=govuk-radios], [data-module=govuk-checkboxes]"))
            choices.RemoveAttribute("data-module");
        foreach (var inline in page.QuerySelectorAll(".govuk-radios--inline"))
        {
            inline.ClassList.Remove("govuk-radios--inline");
            inline.ClassList.Add("pn-flow");
        }
        page.QuerySelector("option[disabled]")?.RemoveAttribute("disabled");
        page.QuerySelector(".govuk-exit-this-page a")?.SetAttribute("href", "https://www.bbc.co.uk/weather");
        page.QuerySelector("details")?.RemoveAttribute("id");
        return page.Body!.InnerHtml;
    }

    private static (Type, Dictionary<string, object?>) Ours(string component, JsonElement options)
    {
        var legend = options.At("fieldset", "legend");
        var parameters = new Dictionary<string, object?>
        {
            ["Name"] = Id(options),
            ["Label"] = options.Text("label", "text") ?? legend?.Text("text"),
            ["Hint"] = options.Text("hint", "text"),
            ["Errors"] = ErrorsOf(options),
        };
        var items = (options.At("items")?.EnumerateArray() ?? []).ToList();
        switch (component)
        {
            case "input":
                foreach (var (ours, theirs) in new[]
                {
                    ("Value", "value"), ("InputMode", "inputmode"), ("Autocomplete", "autocomplete"),
                    ("Class", "classes"), ("Spellcheck", "spellcheck"),
                }) parameters[ours] = options.Text(theirs)?.ToLowerInvariant();
                parameters["Value"] = options.Text("value");
                parameters["Type"] = options.Text("type") ?? "text";
                return (typeof(TextField), parameters);
            case "textarea":
                parameters["Value"] = options.Text("value");
                parameters["Rows"] = int.Parse(options.Text("rows") ?? "5");
                return (typeof(TextBox), parameters);
            case "select":
                parameters["Options"] = Options(items);
                parameters["Value"] = options.Text("value") ?? items.Where(IsOn).Select(one => one.Text("value"))
                    .FirstOrDefault();
                return (typeof(Select), parameters);
            case "radios" or "checkboxes":
                parameters["Options"] = Options(items);
                parameters["Several"] = component == "checkboxes";
                parameters["Small"] = options.Text("classes")?.Contains("--small", StringComparison.Ordinal) == true;
                parameters["Flows"] = options.Text("classes")?.Contains("--inline", StringComparison.Ordinal) == true;
                parameters["IsHeading"] = legend?.Text("isPageHeading") == "True";
                parameters["Chosen"] = Chosen(options, items);
                return (typeof(Choices), parameters);
            case "error-summary":
                var lines = options.At("errorList")!.Value.EnumerateArray();
                FormErrors errors = [.. lines.Select(one => new FormError(one.Text("href")![1..], one.Text("text")!))];
                return (typeof(ErrorSummary), new() { ["Errors"] = errors });
            case "error-message":
                var said = new Sentence(options.Text("text")!);
                return (typeof(ErrorText), new() { ["Id"] = options.Text("id"), ["Text"] = said });
            case "details":
                RenderFragment inside = builder => builder.AddContent(0, options.Text("text"));
                return (typeof(Details), new()
                {
                    ["Summary"] = options.Text("summaryText"), ["IsOpen"] = options.Text("open") == "True",
                    ["ChildContent"] = inside,
                });
            default:
                return (typeof(ExitThisPage), []);
        }
    }

    private static FormErrors ErrorsOf(JsonElement options) =>
        options.Text("errorMessage", "text") is { } text ? [new(Id(options), text)] : FormErrors.None;

    private static string Id(JsonElement options) =>
        options.Text("idPrefix") ?? options.Text("id") ?? options.Text("name") ?? "";

    private static Option[] Options(IEnumerable<JsonElement> items) =>
        [.. items.Select(one => new Option(one.Text("value")!, one.Text("text")!, one.Text("hint", "text")))];

    private static string[] Chosen(JsonElement options, IEnumerable<JsonElement> items)
    {
        if (options.At("values") is { } values) return [.. values.EnumerateArray().Select(one => $"{one}")];
        return options.Text("value") is { } value ? [value] : [.. items.Where(IsOn).Select(one => one.Text("value")!)];
    }

    private static bool IsOn(JsonElement item) => (item.Text("checked") ?? item.Text("selected")) == "True";

    private static (JsonElement Options, string Html) Fixture(string component, string name)
    {
        using var file = File.OpenRead(Path.Combine(Components, component, "fixtures.json"));
        using var json = JsonDocument.Parse(file);
        var one = json.RootElement.GetProperty("fixtures").EnumerateArray().Single(one => one.Text("name") == name);
        return (one.GetProperty("options").Clone(), one.Text("html")!);
    }

    private static async Task<string> Render(Type type, Dictionary<string, object?> parameters)
    {
        await using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(type, ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    // Attributes and classes in no order, and without the white space that nobody sees.
    private static string Plain(string html) =>
        string.Join('\n', new HtmlParser().ParseDocument(html).Body!.ChildNodes.SelectMany(node => Lines(node, "")));

    private static IEnumerable<string> Lines(INode node, string indent)
    {
        if (node is not IElement element)
        {
            var text = string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length > 0 && node is IText ? [$"{indent}{text}"] : [];
        }
        var attributes = element.Attributes.Select(one => $"{one.Name}={Sorted(one)}").Order(StringComparer.Ordinal);
        return [
            $"{indent}{element.LocalName} {string.Join(' ', attributes)}",
            .. element.ChildNodes.SelectMany(child => Lines(child, $"{indent}  ")),
        ];
    }

    private static string Sorted(IAttr attribute)
    {
        if (attribute.Name != "class") return attribute.Value;
        var names = attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join('.', names.Order(StringComparer.Ordinal));
    }
}

/// <summary>Reads the options of a fixture.</summary>
internal static class FixtureOptions
{
    public static JsonElement? At(this JsonElement of, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out of)) return null;
        }
        return of.ValueKind == JsonValueKind.Null ? null : of;
    }

    public static string? Text(this JsonElement of, params ReadOnlySpan<string> path) =>
        of.At(path) is { } found ? $"{found}" : null;
}
