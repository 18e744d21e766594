using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>Somebody who uses the keyboard alone.</summary>
internal static class Keyboard
{
    private const int MaxTabs = 120;

    // What is focused, or the box that GOV.UK draws for a radio or a checkbox, has an outline or a shadow; and the
    // middle of it is on the screen, with nothing before it. Parts of a date input have the browser's own outline.
    private const string Fault = """
        () => {
          const one = document.activeElement, box = one.getBoundingClientRect();
          const isChoice = one.matches("[type=radio], [type=checkbox]");
          const parts = [[one], isChoice ? [one.labels[0], "::before"] : [one], [one.querySelector("circle") ?? one]];
          const isSeen = ([part, before]) => {
            const style = getComputedStyle(part, before);
            const hasOutline = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none";
            return hasOutline || style.boxShadow !== "none" || part.matches("a:focus > circle");
          };
          if (one.matches(":focus") && !parts.some(isSeen)) return "has no visible focus";
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 10));
          const isOnTop = top && (one.contains(top) || top.contains(one) || top.closest("label")?.control === one);
          return isOnTop ? "" : `is hidden by ${top?.outerHTML.slice(0, 80)}`;
        }
        """;

    /// <summary>Goes on with the Tab key until a control is reached; everything on the way shows it.</summary>
    public static async Task TabTo(this IPage page, ILocator control)
    {
        for (var tabs = 0; tabs < MaxTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            var fault = await page.EvaluateAsync<string>(Fault);
            Assert.True(fault.Length == 0, $"{await Focused(page)} {fault}.");
            if (await control.EvaluateAsync<bool>("one => one === document.activeElement")) return;
        }
        Assert.Fail("The keyboard does not reach it.");
    }

    /// <summary>Goes to a control, and presses a key on it.</summary>
    public static async Task Press(this IPage page, ILocator control, string key)
    {
        await page.TabTo(control);
        await page.Keyboard.PressAsync(key);
    }

    private static Task<string> Focused(IPage page) =>
        page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 120)");
}
