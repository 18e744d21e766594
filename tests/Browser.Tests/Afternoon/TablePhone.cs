using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests.Afternoon;

/// <summary>The phone of a table, on which somebody enters what the table has counted.</summary>
internal sealed class TablePhone : IAsyncDisposable
{
    private readonly IBrowserContext phone;
    private readonly IPage page;
    private readonly SeatedTable table;
    private readonly string sheets;

    private TablePhone(IBrowserContext phone, IPage page, SeatedTable table, string url)
    {
        this.phone = phone;
        this.page = page;
        this.table = table;
        sheets = $"{url}/tables/{table.Id}";
    }

    private ILocator Kept => page.GetByRole(AriaRole.Heading, new() { Name = "Kept on this phone" });

    /// <summary>A phone that somebody holds over the QR code of their table.</summary>
    public static async Task<TablePhone> Scan(Site site, Hall hall, SeatedTable table, string right)
    {
        var (phone, page) = await Open(site);
        await page.GotoAsync($"{hall.Url}/tables#{right}");
        return await Seated(new(phone, page, table, hall.Url));
    }

    /// <summary>A phone into which somebody types the code of their table.</summary>
    public static async Task<TablePhone> Type(Site site, Hall hall, SeatedTable table, string code)
    {
        var (phone, page) = await Open(site);
        await page.GotoAsync($"{hall.Url}/tables");
        await page.FillAsync("#code", code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        return await Seated(new(phone, page, table, hall.Url));
    }

    /// <summary>Enters what the table has counted, where everybody took part, and waits until it has arrived.</summary>
    public async Task Enter(string question, int[] counts)
    {
        await Send(question, counts);
        // If an answer is slow, the phone keeps the count for a moment.
        await Expect(page.Locator("[id^=question-]").First.Or(Kept)).ToBeVisibleAsync();
        await Until.So(async () =>
        {
            try
            {
                await page.GotoAsync(sheets);
                var card = page.Locator($"#question-{question[^36..]}");
                return await card.GetByText("Entered from this device:").CountAsync() > 0;
            }
            // It loads itself again once what it kept has arrived.
            catch (PlaywrightException)
            {
                return false;
            }
        });
    }

    /// <summary>Knows the question, and loses its signal before that is opened.</summary>
    public async Task LoseSignal(string question)
    {
        await page.GotoAsync(sheets);
        await page.Keeps(question[^36..]);
        await phone.SetOfflineAsync(true);
    }

    /// <summary>Enters what the table has counted, which stays on the phone.</summary>
    public async Task Keep(string question, int[] counts)
    {
        await Send(question, counts);
        await Expect(Kept).ToBeVisibleAsync();
    }

    /// <summary>Has its signal back, and sends what it has kept.</summary>
    public async Task FindSignal()
    {
        await phone.SetOfflineAsync(false);
        await page.Waits("Sent: the entry that was waiting on this phone is saved.");
    }

    public ValueTask DisposeAsync() => phone.DisposeAsync();

    private static async Task<(IBrowserContext Phone, IPage Page)> Open(Site site)
    {
        var phone = await site.Phone(width: 320);
        return (phone, await phone.NewPageAsync());
    }

    private static async Task<TablePhone> Seated(TablePhone phone)
    {
        await phone.page.Arrives($"{phone.sheets}$");
        return phone;
    }

    private async Task Send(string question, int[] counts)
    {
        await page.GotoAsync($"{sheets}/{question[^36..]}");
        await Expect(page.Locator("form[data-listens]")).ToBeVisibleAsync();
        foreach (var name in (string[])["present", "tookPart"]) await page.FillAsync($"#{name}", $"{table.Present}");
        foreach (var (place, count) in counts.Index()) await page.FillAsync($"#counts-{place}", $"{count}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter this count" }).ClickAsync();
    }
}
