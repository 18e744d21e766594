using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Api;

namespace PeerNet.Gateway.Feeds;

/// <summary>What the addresses of all calendars have in common.</summary>
internal static class CalendarAnswer
{
    // As far back as the list of meetings goes, so that a late cancellation arrives, and as far ahead as people plan.
    private const int DaysAhead = 52 * 7;

    /// <summary>The first and the last day of a calendar that is read on that day.</summary>
    public static (DateOnly From, DateOnly To) DaysOn(DateOnly today) =>
        (Day.After(today, -MeetingFields.DaysBack), Day.After(today, DaysAhead));

    /// <summary>Sends a file, or 304 to a program that has it already.</summary>
    public static FileContentHttpResult Of(byte[] file, HttpResponse response)
    {
        // A cancellation must arrive the next time that a program asks.
        response.Headers.CacheControl = "no-cache";
        var digest = Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 12));
        return TypedResults.Bytes(file, CalendarFile.MediaType, entityTag: new EntityTagHeaderValue($"\"{digest}\""));
    }
}
