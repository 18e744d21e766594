using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Limits;

namespace PeerNet.Gateway.Tests.Limits;

/// <summary>Whoever guesses codes on paper has to wait.</summary>
public sealed class CodeTriesTests
{
    private const string Right = "22222222", Wrong = "K7P2M9X3", Mistyped = "K7P2M9X4";

    private int looked;

    [Fact]
    public async Task Ten_codes_that_do_not_exist_are_enough_from_one_place_and_mistyped_ones_do_not_count()
    {
        using var tries = new CodeTries(Options.Create(new GatewayOptions()));
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
