using Microsoft.AspNetCore.Http;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Letters that a neighbour cannot take at present: that is no refusal.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class PutOffTests(RunningArea area)
{
    [Fact]
    public async Task A_letter_that_a_neighbour_has_no_room_for_at_present_is_sent_until_it_has()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        var seat = SeatId.Random();
        var sent = 0;
        north.TakesLetter = (http, letter) =>
        {
            var isThis = $"{letter["seat"]}" == $"{seat}";
            // More often than a letter may be refused before it is parked.
            var isTooMuch = isThis && Interlocked.Increment(ref sent) <= 8;
            if (isTooMuch) http.Response.Headers.RetryAfter = "1";
            http.Response.StatusCode =
                isTooMuch ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };
        await IsAskedAndTaken(seat);
        Assert.Equal(9, north.LettersOf("seatAsked", seat.Value).Count);
        await north.Forgotten(area);
    }

    [Fact]
    public async Task A_neighbour_that_fails_has_not_refused_whatever_its_answer_says()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        var seat = SeatId.Random();
        var sent = 0;
        north.TakesLetter = (http, letter) =>
        {
            if ($"{letter["seat"]}" != $"{seat}" || Interlocked.Increment(ref sent) > 1)
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return FakeNeighbour.Json(http, """{"status":500,"code":"group.full"}""");
        };
        await IsAskedAndTaken(seat);
        Assert.Equal(2, north.LettersOf("seatAsked", seat.Value).Count);
        await north.Forgotten(area);
    }
    // The guest asks, and the letter arrives in the end.
    private async Task IsAskedAndTaken(SeatId seat)
    {
        var guest = await area.APerson();
        var at = $"members/me/seats/{seat}";
        var asks = new { area = "north-sussex", groupId = Guid.CreateVersion7(), shownAs = "Robin", consent = true };
        (await area.Http.Put(at, guest, asks)).Is(201);
        await RunningArea.Until(async () =>
            (await area.Http.Get(at, guest)).Is(200).GetProperty("acknowledged").GetBoolean());
        Assert.Equal("asked", (await area.Http.Get(at, guest)).Is(200).GetProperty("state").GetString());
    }
}
