using System.Text.RegularExpressions;
using PeerNet.Locality.Tests.Networks;
using PeerNet.Scenarios;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What happens on the pages: somebody signs up there and writes, and each page is opened.</summary>
internal sealed partial class Telling
{
    /// <summary>Tells this part, once all the others are told.</summary>
    public async Task Pages()
    {
        foreach (var cast in Casts) await OnForms(cast);
        // Pages are the same in each area and in separate processes, and opening them all again would take minutes.
        if (network.InOneProcess) await OpenAll(Casts[^1]);
    }

    private async Task OpenAll(Cast cast)
    {
        foreach (var token in (string?[])[null, As(cast.Member), As(cast.Lead), As(cast.Coordinator)])
            await OpenAll(new(At(cast), token), cast);
    }

    private async Task OnForms(Cast cast)
    {
        var says = cast.OnPages();
        var window = new Window(At(cast));
        await window.Fill("/sign-in?to=/me", "/sign-in", ("email", says.Email.Text));
        var code = await CodeFor(says.Email, cast);
        await window.Fill("/sign-in/code", "/sign-in/code", ("code", cast.Wrong.Mark));
        await window.Fill("/sign-in/code", "/sign-in/code", ("code", code));
        Assert.Contains(
            says.Name.Text, (await window.Fill("/sign-in/name", "/sign-in/name", ("name", says.Name.Text))).Text,
            StringComparison.Ordinal);
        var about = $"/worries/new?about=group&subjectId={cast.IdOf("tea")}";
        Assert.Contains(
            says.Worry.Text, (await window.Fill(about, "/worries/new", ("text", says.Worry.Text))).Text,
            StringComparison.Ordinal);
        var lead = new Window(At(cast), As(cast.Lead));
        var plan = $"/groups/{cast.IdOf("tea")}/meetings/new";
        foreach (var day in (string[])[cast.Wrong.Text, $"{Today.AddDays(20):O}"])
            await lead.Fill(
                plan, plan, ("heldOn", day), ("startsAt", "19:00"), ("minutes", "60"), ("title", says.Title.Text));
        NothingPersonalIn(window, cast);
        NothingPersonalIn(lead, cast);
        await new Window(At(cast)).Open($"/groups?text={cast.Search.Text}%20tea");
        await new Window(At(cast)).Open($"/{cast.Wrong.Text}");
    }

    // One page of each kind, whatever group or month it is about.
    private static async Task OpenAll(Window window, Cast cast)
    {
        Queue<string> ahead = new(["/", "/home"]);
        HashSet<string> seen = [.. ahead];
        var opened = 0;
        while (ahead.TryDequeue(out var path))
        {
            var page = await window.Open(path);
            Assert.True(page.Status is < 400 or 403 or 404, $"{path} answered {page.Status}");
            opened++;
            foreach (var link in PageLinks.In(page.Text).Where(PageLinks.IsPage))
                if (seen.Add(PageLinks.KindOf(link))) ahead.Enqueue(link);
        }
        Assert.InRange(opened, 10, 400);
        NothingPersonalIn(window, cast);
    }

    // Addresses are in the history of a shared phone. What somebody searched for is there because they typed it.
    private static void NothingPersonalIn(Window window, Cast cast)
    {
        var texts = cast.Canaries.Where(canary => canary is { Id: null, Public: false } && canary != cast.Search);
        Assert.All(window.Addresses, address => Assert.DoesNotContain(
            texts, canary => address.Contains(canary.Mark, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<string> CodeFor(Canary email, Cast cast)
    {
        var mails = new DirectoryInfo(network.At(cast.Area).File("mail"));
        var code = "";
        await Eventually.So($"a code is mailed in {cast.Area}", async () =>
        {
            mails.Refresh();
            foreach (var mail in mails.Exists ? mails.EnumerateFiles("*.eml") : [])
            {
                var text = await File.ReadAllTextAsync(mail.FullName);
                if (text.Contains(email.Text, StringComparison.Ordinal)) code = Code().Match(text).Value;
            }
            return code.Length > 0;
        });
        return code;
    }

    [GeneratedRegex(@"(?<=^)\d{6}(?=\s*$)", RegexOptions.Multiline)]
    private static partial Regex Code();
}
