using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>Somebody who uses the keyboard alone.</summary>
internal static class Keyboard
{
    private const int MaxTabs = 120;

    // What is focused, the box that GOV.UK draws for a radio or checkbox, or a mark of the map looks different without
    // the focus; and its middle is on the screen, with nothing before it. A transparent outline is for forced colours
    // alone. Parts of a date input have the browser's own outline.
    private const string Fault = """
        () => {
          const one = document.activeElement, box = one.getBoundingClientRect();
          const isChoice = one.matches("[type=radio], [type=checkbox]");
          const parts = isChoice ? [[one.labels[0], "::before"]] : [[one], [one.querySelector("circle") ?? one]];
          const isSeen = colour => !/transparent|rgba\(.*, 0\)/.test(colour);
          const seen = ([part, before]) => {
            const style = getComputedStyle(part, before);
            const outline = isSeen(style.outlineColor) && style.outlineStyle !== "none" && style.outlineWidth;
            const border = parseFloat(style.borderWidth) > 0 && [style.borderWidth, style.borderColor];
            return [outline, border, style.boxShadow, style.backgroundColor, style.fill, style.stroke].join();
          };
          const look = () => parts.map(seen).join(";");
          if (one.matches(":focus") && !one.matches("[type=date], [type=time]")) {
            const focused = look();
            one.blur();
            const usual = look();
            one.focus({ preventScroll: true });
            if (focused === usual) return "has no visible focus";
          }
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
