using System.Text;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>What somebody cannot do who wants to get in as another, or to know who is here.</summary>
public sealed class CodeSafetyTests(RunningArea area)
{
    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answers()
    {
        var boxes = new[] { new Mailbox(area), new Mailbox(area) };
        await boxes[0].BelongToSomebody();
        var seen = await Task.WhenAll(boxes.Select(async box =>
        {
            using var browser = new FormClient(area.East.Url);
            var asked = await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
            var page = await browser.Get("/sign-in/code");
            var code = await box.Code();
            var wrong = await browser.Fill("/sign-in/code", "/sign-in/code", ("code", Mailbox.Wrong("000000", 0)));
            var again = await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
            return string.Join('\n', new[] { asked, page, wrong, again }.Select(
                    one => $"{one.Status} {one.Location} {one.Cookies.Count}\n{one.Same}"))
                .Replace(box.Address, "", StringComparison.Ordinal) + Body(box.Mails[0], box.Address, code);
        }));
        Assert.Equal(seen[0], seen[1]);

        static string Body(string mail, string address, string code)
        {
            var text = mail[mail.IndexOf("\n\n", StringComparison.Ordinal)..];
            return text.Replace(address, "", StringComparison.Ordinal).Replace(code, "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_address_even_for_the_right_one()
    {
        var box = new Mailbox(area);
        await box.BelongToSomebody();
        using var browser = new FormClient(area.East.Url);
        await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
        var code = await box.Code();
        for (var nth = 0; nth < 5; nth++)
        {
            var wrong = await browser.Fill("/sign-in/code", "/sign-in/code", ("code", Mailbox.Wrong(code, nth)));
            Assert.Equal(422, wrong.Status);
            Assert.Contains(nth < 4 ? "newest email" : "Wait 15 minutes", wrong.Text, StringComparison.Ordinal);
        }
        var right = await browser.Fill("/sign-in/code", "/sign-in/code", ("code", code));
        Assert.Equal(422, right.Status);
        Assert.Contains("Wait 15 minutes", right.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Get("/home")).Status);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var box = new Mailbox(area);
        await box.BelongToSomebody();
        using var browser = new FormClient(area.East.Url);
        Assert.Equal("/home", (await box.Enter(browser)).Location);
        using var other = new FormClient(area.East.Url);
        var again = await other.Fill(
            "/sign-in/code", "/sign-in/code", ("code", await box.Code()), ("email", box.Address));
        Assert.Equal(422, again.Status);
        Assert.Contains("A code works once", again.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await other.Get("/home")).Status);
    }

    [Theory]
    [InlineData("https://elsewhere.example.invalid/")]
    [InlineData("//elsewhere.example.invalid/")]
    [InlineData("/\\elsewhere.example.invalid/")]
    [InlineData("")]
    public async Task Nobody_is_led_to_another_site(string to)
    {
        var box = new Mailbox(area);
        await box.BelongToSomebody();
        using var browser = new FormClient(area.East.Url);
        var page = await browser.Get($"/sign-in?to={Uri.EscapeDataString(to)}");
        Assert.DoesNotContain("elsewhere", page.Text, StringComparison.Ordinal);
        await browser.Fill("/sign-in", "/sign-in", ("email", box.Address), ("to", to));
        var entered = await browser.Fill("/sign-in/code", "/sign-in/code", ("code", await box.Code()));
        Assert.Equal("/home", entered.Location);
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_and_other_sites_and_tell_nobody_anything()
    {
        var box = new Mailbox(area);
        var person = await box.BelongToSomebody();
        using var browser = new FormClient(area.East.Url);
        var asked = await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
        var entered = await browser.Fill(
            "/sign-in/code", "/sign-in/code", ("code", await box.Code()), ("keep", "yes"));
        var cookies = asked.Cookies.Concat(entered.Cookies).ToList();
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", cookie);
            Assert.DoesNotContain(box.Address, cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"{person.Id}", cookie, StringComparison.Ordinal);
        });
        var session = Assert.Single(
            cookies, cookie => cookie.StartsWith("peernet-east-sussex=", StringComparison.Ordinal));
        Assert.Contains("; expires=", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            cookies, cookie => cookie.StartsWith("peernet-sign-in-east-sussex=;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/sign-in", "email")]
    [InlineData("/sign-in/code", "code")]
    [InlineData("/sign-in/name", "name")]
    public async Task Another_site_cannot_send_the_forms(string form, string field)
    {
        using var browser = new FormClient(area.East.Url);
        Assert.Equal(400, (await browser.Post(form, (field, "123456"))).Status);
    }

    [Fact]
    public async Task Nobody_takes_over_the_address_of_somebody_else_by_writing_it_into_their_profile()
    {
        var box = new Mailbox(area);
        var person = await box.BelongToSomebody();
        using var browser = new FormClient(area.East.Url);
        Assert.Equal("/home", (await box.Enter(browser)).Location);
        var thief = area.Someone(new MemberId(Guid.Parse("00000000-0000-7000-8000-000000000001")));
        (await area.Http.Put(
            $"members/{thief.Id}", thief, new { name = "Thief", contact = box.Address })).IsYes();
        var found = RunningArea.Yes(await area.East.Grains.SignIn(area.East.Area, box.Read)
            .Register(box.Read, new(Guid.CreateVersion7())));
        Assert.Equal(person.Id, found);
    }

    [Fact]
    public async Task Whoever_reads_another_address_that_is_written_into_a_record_does_not_get_in_as_its_owner()
    {
        var own = new Mailbox(area);
        var robin = await own.BelongToSomebody();
        using var robins = new FormClient(area.East.Url);
        Assert.Equal("/home", (await own.Enter(robins)).Location);
        var others = new Mailbox(area);
        var says = new { name = "Robin", contact = others.Address };
        (await area.Http.Put($"members/{robin.Id}", await area.APerson("coordinator"), says, "*")).IsYes();

        using var browser = new FormClient(area.East.Url);
        Assert.Equal("/sign-in/name", (await others.Enter(browser)).Location);
        Assert.Equal(302, (await browser.Get("/home")).Status);
        Assert.Equal(200, (await robins.Get("/home")).Status);
        var found = RunningArea.Yes(await area.East.Grains.SignIn(area.East.Area, own.Read)
            .Register(own.Read, new(Guid.CreateVersion7())));
        Assert.Equal(robin.Id, found);
    }

    [Fact]
    public async Task Nothing_keeps_an_address_that_nobody_has()
    {
        var box = new Mailbox(area);
        using var browser = new FormClient(area.East.Url);
        await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
        var code = await box.Code();
        await browser.Fill("/sign-in/code", "/sign-in/code", ("code", Mailbox.Wrong(code, 0)));
        Assert.Equal(-1, StoredBytes.Of(area.East.At).AsSpan().IndexOf(Encoding.UTF8.GetBytes(box.Address)));
        area.Telemetry.DoesNotContain(box.Address);
    }
}
