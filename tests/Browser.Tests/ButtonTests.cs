using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>Buttons do what people expect of a button.</summary>
public sealed class ButtonTests(Site site)
{
    [Fact]
    public async Task A_form_that_is_sent_with_a_double_click_is_sent_once()
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead"), "/groups/new");
        const string Twice = """
            button => {
              let sent = 0;
              button.form.addEventListener("submit", event => { sent++; event.preventDefault(); });
              button.click();
              button.click();
              return sent;
            }
            """;
        var button = page.Locator("main [data-prevent-double-click]").First;
        Assert.Equal(1, await button.EvaluateAsync<int>(Twice));
    }

    [Fact]
    public async Task The_space_bar_leaves_the_page_as_a_click_does()
    {
        await using var phone = await site.Phone();
        var page = await phone.NewPageAsync();
        await phone.RouteAsync("https://www.bbc.co.uk/**", route => route.FulfillAsync(new() { Body = "Sunny" }));
        await page.GotoAsync("/");
        await page.Locator(".govuk-exit-this-page__button").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByText("Sunny")).ToBeVisibleAsync();
    }
}
