using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Calendar;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Groups;

/// <summary>Groups over HTTP.</summary>
internal sealed class GroupEndpoints : IEndpoints
{
    private const int MaxDays = 400;

    // Unless somebody says until when.
    private const int DaysAhead = 8 * 7;

    public static void Map(SiteMap site)
    {
        site.Api.MapFinder();
        var groups = site.Api.MapGroup("/groups").ForMembers().WithTags("Groups");
        groups.MapGet("/{id}", Get)
            .AllowAnonymous()
            .WithSummary("Gets a group, with the details you are allowed to see");
        groups.MapPut("/{id}", Put).WithSummary("Starts a group, or changes its description")
            .Within(limits => limits.GroupsPerDay, (Home home, GroupId id, Caller by) => home.Group(id).Get(by));
        groups.MapPut("/{id}/confirmation", Confirm)
            .WithSummary("Confirms that the group's description is still right");
        groups.MapPut("/{id}/closure", Close).WithSummary("Closes a group");
        groups.MapDelete("/{id}/closure", Reopen).WithSummary("Reopens a closed group");
        groups.MapPut("/{id}/welcome", Welcome)
            .ForCoordinators()
            .WithSummary("Welcomes a new group, so that people in other areas can find it");
        groups.MapDelete("/{id}/welcome", Withdraw)
            .ForCoordinators()
            .WithSummary("Withdraws the welcome, so that only people in this area can find the group");
        groups.MapPut("/{id}/members/{memberId}", Join)
            .WithSummary("Joins, asks to join or accepts an invitation; invites a person, or changes their part");
        groups.MapDelete("/{id}/members/{memberId}", Leave)
            .WithSummary("Leaves the group or declines an invitation; removes a person");
        groups.MapGet("/{id}/meetings", Binding.AtRunTime(Meetings))
            .AllowAnonymous()
            .WithSummary("Lists the group's meetings, planned and logged, oldest first");
    }

    private static async Task<Results<Ok<GroupDetails>, ProblemHttpResult>> Get(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Group(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<GroupDetails>, Created<GroupDetails>, ProblemHttpResult>> Put(
        GroupId id, GroupDescription description, ReadVersion read, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Group(id).Put(description, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<GroupDetails>, ProblemHttpResult>> Confirm(
        GroupId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Group(id).Confirm(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GroupDetails>, ProblemHttpResult>> Close(
        GroupId id, ReadVersion read, Home home, CurrentCaller by, GroupClosure? closure = null) =>
        (await home.Group(id).Close(closure ?? new(), by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GroupDetails>, ProblemHttpResult>> Reopen(
        GroupId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Group(id).Reopen(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GroupDetails>, ProblemHttpResult>> Welcome(
        GroupId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Welcome(id).Welcome(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<GroupDetails>, ProblemHttpResult>> Withdraw(
        GroupId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Welcome(id).Withdraw(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<Membership>, Created<Membership>, ProblemHttpResult>> Join(
        GroupId id, MemberId memberId, Home home, CurrentCaller by, JoinGroup? request = null)
    {
        return (await home.Group(id).Join(memberId, request ?? new(), by.Caller))
            .ToHttp($"{SiteMap.ApiRoot}/groups/{id}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Leave(
        GroupId id, MemberId memberId, Home home, CurrentCaller by) =>
        (await home.Group(id).Leave(memberId, by.Caller)).ToHttp();

    private static async Task<Results<Ok<MeetingList>, ProblemHttpResult>> Meetings(
        GroupId id, Home home, CurrentCaller by, TimeProvider clock, Day? from = null, Day? to = null)
    {
        var first = from?.Value ?? Day.After(to?.Value ?? London.DayOf(clock.GetUtcNow()), -MeetingFields.DaysBack);
        var last = to?.Value ?? Day.After(first, MeetingFields.DaysBack + DaysAhead);
        if (last < first || last.DayNumber - first.DayNumber > MaxDays)
        {
            throw new RefusedRequestException(
                RequestRefusals.Parameter("to", $"Use a day no more than {MaxDays} days after from."));
        }
        return (await home.Grain.ListMeetings(id, first, last, by.Caller))
            .Then<MeetingList>(items => new MeetingList(items))
            .ToHttp();
    }
}

/// <summary>A group's meetings.</summary>
/// <param name="Items">The meetings, oldest first.</param>
public sealed record MeetingList(ImmutableArray<MeetingLine> Items);
