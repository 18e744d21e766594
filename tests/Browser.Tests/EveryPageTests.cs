using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>
/// Every page that a link leads to, as each kind of person: it is there, has one heading, fits on a small phone and
/// needs no more than a keyboard; axe finds nothing wrong with it in light and dark, and its controls can be seen in
/// forced colours.
/// </summary>
[Collection("Visits that change nothing")]
public sealed partial class EveryPageTests(Site site)
{
    // Members see no kind of page that the others do not: theirs are those nearest to the first.
    private const int MaxPages = 180, MaxOfMembers = 50;

    private static readonly string[] OfCoordinators =
        ["/overview", "/growth", "/worries", "/neighbours", "/leads", "/welcome"];

    private static readonly string[] OfRoles = ["/barriers/", "/limits/"];

    private static readonly string[] Principal =
        ["/", "/home", "/groups", "/groups/{id}", "/groups/{id}/log", "/offers", "/me"];

    // Pages that need what the made-up areas have once only, so that a change of those does not lose them.
    private static readonly string[] OfLeads =
    [
        "/groups/new", "/groups/{id}/invitations", "/groups/{id}/shared/{id}", "/groups/{id}/guests/{id}/end",
        "/areas/east-sussex/groups/{id}/meetings/{id}", "/gatherings/{id}/questions/{id}/change",
        "/gatherings/{id}/tables/{id}", "/gatherings/{id}/pack", "/gatherings/{id}/screen", "/barriers/{id}",
        "/limits/{id}", "/groups/{id}/barriers/new", "/steps/{id}", "/groups/{id}/steps/new",
        "/lenses", "/lenses/{id}", "/sentences", "/gatherings/{id}/sentences", "/gatherings/{id}/sentences/{id}",
        "/gatherings/{id}/sentences/new", "/gatherings/{id}/sentences/join", "/gatherings/{id}/sentences/vote",
        "/practice/{id}", "/groups/{id}/practice", "/groups/{id}/practice/new",
        "/groups/{id}/power", "/groups/{id}/panels", "/groups/{id}/panels/new", "/panels/{id}", "/panels/{id}/print",
        "/panels/{id}/candidates/{id}",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("member")]
    [InlineData("lead")]
    [InlineData("coordinator")]
    [InlineData("role")]
    public async Task No_link_is_dead_and_no_page_shuts_anyone_out(string? role)
    {
        await using var phone = await site.Phone(width: 320);
        if (role is null or "member" or "lead") await phone.BringAxe();
        var person = role is null ? null : site.Find(role);
        var page = person is null ? await phone.NewPageAsync() : await phone.As(person, "/home");
        var strangers = role is null or "member" ? site.StrangersTo(person) : [];
        Queue<string> waiting = new(["/", "/home"]);
        HashSet<string> seen = [.. waiting];
        List<string> faults = [], visited = [];
        var most = role == "member" ? MaxOfMembers : MaxPages;
        while (visited.Count < most && waiting.TryDequeue(out var path))
        {
            visited.Add(KindOf(path));
            var answer = await page.GotoAsync(path);
            if (answer!.Status >= 400) faults.Add($"{path} answers {answer.Status}");
            var look = await Look.At(page);
            if (look.Headings != 1) faults.Add($"{path} has not one heading");
            if (look.IsTooWide) faults.Add($"{path} is wider than the screen");
            if (Stuck().Match(look.Text) is { Success: true } stuck) faults.Add($"{path} says \"{stuck}\"");
            faults.AddRange(look.BeyondKeyboard.Select(one => $"{path} needs more than a keyboard: {one}"));
            faults.AddRange(Named(look.Content, path, strangers));
            // Members see no page that leads do not, and coordinators only a few. Colours are the same everywhere, so
            // every other page will do for its edges, and every fourth in the dark.
            if (role is null or "lead" || (role == "member" && visited.Count % 3 == 0) || IsTheirs(role, path))
                faults.AddRange(await page.Faults());
            if ((role == "lead" && visited.Count % 4 == 0) || IsTheirs(role, path))
                faults.AddRange(await FaultsInTheDark(page));
            if ((role == "lead" && visited.Count % 2 == 0) || IsTheirs(role, path))
                faults.AddRange([.. await page.EdgeFaults(), .. await page.ForcedColourFaults()]);
            await Shoot(page, role, path);
            foreach (var link in look.Links.Where(IsPage)) if (seen.Add(KindOf(link))) waiting.Enqueue(link);
        }
        Assert.True(seen.Count > 5, "The pages link to nothing.");
        if (role is null) Assert.Contains("/what-groups-say", visited);
        if (role == "lead") Assert.Empty(OfLeads.Except(visited));
        if (role == "role") Assert.Contains("/barriers/{id}/answer", visited);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // Whoever is not signed in reads of nobody, and a member of nobody with whom they share no group. The page on which
    // one chooses whom to be names everybody.
    private static IEnumerable<string> Named(string content, string path, IReadOnlyList<Someone> strangers)
    {
        if (path.StartsWith("/be", StringComparison.Ordinal)) return [];
        // Some are called June or Will, which are words too; most have an initial.
        return strangers
            .Where(one => content.Contains(one.Id, StringComparison.Ordinal)
                || (one.Name.EndsWith('.') && content.Contains(one.Name, StringComparison.Ordinal)))
            .Select(one => $"{path} names {one.Id}, whom this reader does not know");
    }

    // Pictures to be looked at: on a phone as a lead or a coordinator sees them, and the principal ones at a desk too.
    private static async Task Shoot(IPage page, string? role, string path)
    {
        var name = KindOf(path).Replace("{id}", "one", StringComparison.Ordinal).Replace('/', '-').TrimEnd('-');
        if (role == "lead" || IsTheirs(role, path)) await page.Shoot($"phone/{role}{name}");
        if (!IsTheirs(role, path) && !(role == "lead" && Principal.Contains(KindOf(path)))) return;
        await page.SetViewportSizeAsync(1280, 800);
        await page.Shoot($"desktop/{role}{name}");
        await page.SetViewportSizeAsync(320, 740);
    }

    private static bool IsTheirs(string? role, string path)
    {
        var theirs = role switch { "coordinator" => OfCoordinators, "role" => OfRoles, _ => [] };
        return theirs.Any(one => path.Contains(one, StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> FaultsInTheDark(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var faults = (await page.ContrastFaults()).Concat(await page.EdgeFaults());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return faults;
    }

    private static bool IsPage(string link)
    {
        return !link.StartsWith("/docs", StringComparison.Ordinal)
            && !link.StartsWith("/api/", StringComparison.Ordinal)
            && !link.StartsWith("/problems/", StringComparison.Ordinal);
    }

    // One group's page is like another's, and one letter's sheet, but a gathering that is planned leads elsewhere than
    // one that is open.
    private static string KindOf(string link)
    {
        var parts = link.Split('?')[0].Split('/');
        return parts is ["", "gatherings", _]
            ? string.Join('/', parts)
            : string.Join('/', parts.Select(part => part is [_] || Guid.TryParse(part, out _) ? "{id}" : part));
    }

    // Two sentences that touch, or the name of a type, with which a page says what it does not know how to say.
    [GeneratedRegex(@"\w+[a-z0-9]\.[A-Z][a-z]\w*")]
    private static partial Regex Stuck();
}
