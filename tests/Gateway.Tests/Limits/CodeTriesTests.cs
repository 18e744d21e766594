using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Limits;

/// <summary>Whoever guesses codes on paper has to wait.</summary>
public sealed class CodeTriesTests
{
    private const string Right = "22222222", Wrong = "K7P2M9X3", Mistyped = "K7P2M9X4";
    private const string WrongTable = "222222";

    private int looked;

    [Fact]
    public async Task Ten_codes_that_do_not_exist_are_enough_from_one_place_and_mistyped_ones_do_not_count()
    {
        using var limits = new PaperLimits(Options.Create(new GatewayOptions()));
        var tries = new CodeTries(Options.Create(new GatewayOptions()), limits);
        var here = From("203.0.113.5");
        for (var sent = 0; sent < 30; sent++)
            Assert.Equal("gathering.mistyped-code", await Try(tries, here, Mistyped));
        Assert.Equal(0, looked);
        // Right ones do not count either: a room full of people has one address.
        for (var sent = 0; sent < 30; sent++) Assert.Null(await Try(tries, here, Right));
        for (var sent = 0; sent < 10; sent++)
            Assert.Equal("gathering.unknown-code", await Try(tries, here, Wrong));
        Assert.Equal(40, looked);
        Assert.Equal("request.too-many", await Try(tries, here, Wrong));
        Assert.Equal("request.too-many", await Try(tries, here, Right));
        Assert.Equal(40, looked);
        Assert.Null(await Try(tries, From("203.0.113.6"), Right));
    }

    [Fact]
    public async Task Codes_of_every_kind_count_together_in_the_area()
    {
        var options = Options.Create(new GatewayOptions { Limits = { AreaClaimsPerHour = 2 } });
        using var limits = new PaperLimits(options);
        Assert.Equal("gathering.unknown-code", await Try(new(options, limits), From("203.0.113.5"), Wrong));
        using (var claim = limits.Claims.AttemptAcquire(From("203.0.113.6"))) Assert.True(claim.IsAcquired);
        using var another = limits.Claims.AttemptAcquire(From("203.0.113.7"));
        Assert.False(another.IsAcquired);
        Assert.Equal("request.too-many", await Try(new(options, limits), From("203.0.113.8"), Wrong));
    }

    [Fact]
    public async Task After_ten_wrong_codes_neither_of_the_pages_nor_the_API_takes_another()
    {
        await using var area = await Limited.Start(("WrongCodesPerHour", "10"));
        using var guesser = Browser.At(area.Url);
        var slips = (await guesser.Get("/slips")).Is(200);
        var tables = (await guesser.Get("/tables")).Is(200);
        for (var sent = 0; sent < 5; sent++)
        {
            (await guesser.Submit(slips, null, ("code", Wrong))).Is(422);
            (await guesser.Submit(tables, null, ("code", WrongTable))).Is(422);
        }
        var slip = await guesser.Submit(slips, null, ("code", Wrong));
        var table = await guesser.Submit(tables, null, ("code", WrongTable));
        using var spent = await area.Put(
            $"gatherings/{Guid.CreateVersion7()}/questions/{Guid.CreateVersion7()}/slips",
            await area.APerson(),
            new SpendSlip(Wrong, ["A"]),
            isNew: true);
        Assert.Equal([429, 429, 429], [slip.Status, table.Status, (int)spent.StatusCode]);
    }

    private async Task<string?> Try(CodeTries tries, HttpContext http, string typed)
    {
        var found = await tries.Try(http, typed, PaperCode.SlipLength, code =>
        {
            looked++;
            Result<string> answer = GatheringRefusals.UnknownCode;
            if (code == Right) answer = code;
            return Task.FromResult(answer);
        });
        return found.Refused(out var refusal, out _) ? refusal.Code : null;
    }

    private static DefaultHttpContext From(string address) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
