using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>Whether somebody who sees little sees where a control is: axe looks at texts alone.</summary>
internal static class Edges
{
    // The edge of a control, or its own background, has 3:1 with what is around it (WCAG 1.4.11). A radio or a checkbox
    // is drawn by its label. The canvas knows every way in which a colour is written.
    private const string Faint = """
        () => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const seen = colours => {
            for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => part / 255);
          };
          const linear = part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
          const luminance = ([red, green, blue]) => .2126 * linear(red) + .7152 * linear(green) + .0722 * linear(blue);
          const contrast = (one, other) => {
            const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second);
            return (light + .05) / (dark + .05);
          };
          const behind = one =>
            one ? [...behind(one.parentElement), getComputedStyle(one).backgroundColor] : ["#ffffff"];
          const isFaint = one => {
            const isChoice = one.matches("[type=radio], [type=checkbox]");
            const style = isChoice ? getComputedStyle(one.labels[0], "::before") : getComputedStyle(one);
            const around = behind(one.parentElement);
            const edge = parseFloat(style.borderTopWidth) > 0 ? [style.borderTopColor] : [];
            return [edge, [style.backgroundColor]]
              .every(drawn => contrast(seen([...around, ...drawn]), seen(around)) < 3);
          };
          return [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
            .filter(one => one.getClientRects().length > 0 && isFaint(one))
            .map(one => one.outerHTML.slice(0, 120));
        }
        """;

    /// <summary>Controls whose edge is hard to see.</summary>
    public static async Task<IEnumerable<string>> EdgeFaults(this IPage page)
    {
        var faults = await page.EvaluateAsync<string[]>(Faint);
        return faults.Select(one => $"{page.Url} has a control whose edge is hard to see: {one}");
    }
}
