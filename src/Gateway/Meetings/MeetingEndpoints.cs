using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Meetings;

/// <summary>Meetings over HTTP.</summary>
internal sealed class MeetingEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var meetings = site.Api.MapGroup("/meetings").ForMembers().WithTags("Meetings");
        meetings.MapGet("/{id}", Get).WithSummary("Gets a meeting, planned or logged, with what you may see");
        meetings.MapPut("/{id}", Plan).WithSummary("Plans a one-off meeting, or moves a planned one");
        meetings.MapPut("/{id}/record", Record).WithSummary("Logs a meeting: who came, and what happened");
        meetings.MapPut("/{id}/attendance/{memberId}", Mark)
            .WithSummary("Marks one person as present, absent or sending apologies");
        meetings.MapPut("/{id}/intentions/{memberId}", Intend)
            .WithSummary("Says whether a person plans to come; it never counts as attendance");
        meetings.MapDelete("/{id}/intentions/{memberId}", Withdraw).WithSummary("Withdraws what a person intended");
        meetings.MapPut("/{id}/headcount", Count).WithSummary("Sets how many people were counted without a name");
        meetings.MapPut("/{id}/corrections/{correctionId}", Correct).WithSummary("Corrects the record, with a reason");
        meetings.MapPut("/{id}/cancellation", Cancel).WithSummary("Cancels a meeting");
        meetings.MapDelete("/{id}/cancellation", Reinstate).WithSummary("Reinstates a cancelled meeting");
    }

    private static async Task<Results<Ok<MeetingDetails>, ProblemHttpResult>> Get(
        MeetingId id, Home home, CurrentCaller by) =>
        (await home.Meeting(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<MeetingDetails>, Created<MeetingDetails>, ProblemHttpResult>> Plan(
        MeetingId id, PlanMeeting plan, ReadVersion read, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Meeting(id).Plan(plan, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<MeetingDetails>, Created<MeetingDetails>, ProblemHttpResult>> Record(
        MeetingId id, RecordMeeting record, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Meeting(id).Record(record, by.Caller, read.IfMatch)).ToHttp($"{SiteMap.ApiRoot}/meetings/{id}");

    private static async Task<Results<Ok<MeetingDetails>, ProblemHttpResult>> Mark(
        MeetingId id, MemberId memberId, MarkAttendance mark, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Meeting(id).Mark(memberId, mark, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<MeetingDetails>, ProblemHttpResult>> Intend(
        MeetingId id, MemberId memberId, StateIntention intention, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Intentions(id).Intend(memberId, intention.Intention, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<MeetingDetails>, ProblemHttpResult>> Withdraw(
        MeetingId id, MemberId memberId, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Intentions(id).Withdraw(memberId, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<MeetingDetails>, ProblemHttpResult>> Count(
        MeetingId id, Unnamed counted, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Meeting(id).Count(counted, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<MeetingDetails>, Created<MeetingDetails>, ProblemHttpResult>> Correct(
        MeetingId id, CorrectionId correctionId, CorrectMeeting correction, ReadVersion read, Home home,
        CurrentCaller by)
    {
        return (await home.Meeting(id).Correct(correctionId, correction, by.Caller, read.IfMatch))
            .ToHttp($"{SiteMap.ApiRoot}/meetings/{id}");
    }

    private static async Task<Results<Ok<MeetingDetails>, ProblemHttpResult>> Cancel(
        MeetingId id, ReadVersion read, Home home, CurrentCaller by, CancelMeeting? cancellation = null) =>
        (await home.Meeting(id).Cancel(cancellation ?? new(), by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<MeetingDetails>, ProblemHttpResult>> Reinstate(
        MeetingId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Meeting(id).Reinstate(by.Caller, read.IfMatch)).ToHttp();
}
