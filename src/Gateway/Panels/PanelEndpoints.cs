using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Panels;

/// <summary>Panels over HTTP, for leads of their groups alone.</summary>
internal sealed class PanelEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var panels = site.Api.MapGroup("/panels").ForMembers().WithTags("Panels");
        panels.MapGet("/{id}", Get).WithSummary("Gets a panel, with what it made of each candidate's answers");
        panels.MapPut("/{id}", SetUp).WithSummary("A lead sets up a panel, or changes the draft")
            .Within(limits => limits.PanelsPerDay, (Home home, PanelId id, Caller by) => home.Panel(id).Get(by));
        panels.MapPut("/{id}/agreed", Agree)
            .WithSummary("A lead says that the questions are agreed; from then on they stay as they are");
        panels.MapGet("/{id}/candidates/{letter}", GetSheet)
            .WithSummary("Gets what it made of one candidate's answers");
        panels.MapPut("/{id}/candidates/{letter}", Enter)
            .WithSummary("A lead enters the sheet for one candidate, or corrects it");
        panels.MapDelete("/{id}", End).WithSummary("A lead of the group that set it up ends it: all of it is gone");
        site.Api.MapGroup("/groups").ForMembers().WithTags("Panels").MapGet("/{id}/panels", ListOf)
            .WithSummary("Lists the panels of a group that you lead, the latest day first");
    }

    private static async Task<Results<Ok<PanelList>, ProblemHttpResult>> ListOf(
        GroupId id, Home home, CurrentCaller by) =>
        (await home.Panels.List(id, by.Caller)).ToHttp();

    private static async Task<Results<Ok<PanelDetails>, ProblemHttpResult>> Get(
        PanelId id, Home home, CurrentCaller by) =>
        (await home.Panel(id).Get(by.Caller)).ToHttp();

    private static async Task<Results<Ok<PanelDetails>, Created<PanelDetails>, ProblemHttpResult>> SetUp(
        PanelId id, SetUpPanel says, ReadVersion read, Home home, CurrentCaller by, HttpRequest request) =>
        (await home.Panel(id).SetUp(says, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<Ok<PanelDetails>, ProblemHttpResult>> Agree(
        PanelId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Panel(id).Agree(read.IfMatch, by.Caller)).ToHttp();

    private static async Task<Results<Ok<SheetDetails>, ProblemHttpResult>> GetSheet(
        PanelId id, CandidateLetter letter, Home home, CurrentCaller by) =>
        (await home.Panel(id).GetSheet(letter.Value, by.Caller)).ToHttp();

    private static async Task<Results<Ok<SheetDetails>, Created<SheetDetails>, ProblemHttpResult>> Enter(
        PanelId id, CandidateLetter letter, EnterSheet sheet, ReadVersion read, Home home, CurrentCaller by,
        HttpRequest request) =>
        (await home.Panel(id).Enter(letter.Value, sheet, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<NoContent, ProblemHttpResult>> End(
        PanelId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Panel(id).End(by.Caller, read.IfMatch)).ToHttp();
}
