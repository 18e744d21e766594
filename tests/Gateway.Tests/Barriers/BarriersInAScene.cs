using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>Barriers of the scene's group, put to a role that its stranger answers for.</summary>
internal static class BarriersInAScene
{
    /// <summary>A role that the scene's stranger answers for, or somebody else who belongs to no group.</summary>
    public static async Task<RoleId> ARole(this Scene scene, ApiClient http, Person? holder = null)
    {
        var id = new RoleId(Guid.CreateVersion7());
        var role = new NameRole($"Housing lead {RunningArea.Canary}", (holder ?? scene.Stranger).Id);
        (await http.Put($"roles/{id}", scene.Coordinator, role)).Is(201);
        return id;
    }

    /// <summary>What somebody of the scene's group raises.</summary>
    public static RaiseBarrier WeWait(this Scene scene, RoleId role) => new()
    {
        GroupId = scene.Group,
        Text = $"We wait nine weeks. {RunningArea.Canary}",
        About = BarrierAbout.Time,
        Layer = Layer.Organisation,
        RoleId = role,
        IsUnrehearsed = true,
    };

    /// <summary>A barrier that the scene's member raised.</summary>
    public static async Task<string> ABarrier(this Scene scene, ApiClient http, RoleId? role = null)
    {
        var at = $"barriers/{Guid.CreateVersion7()}";
        var raise = scene.WeWait(role ?? await scene.ARole(http));
        (await http.Put(at, scene.Member, raise)).Is(201);
        return at;
    }

    /// <summary>A barrier that the scene's member would like anyone to read.</summary>
    public static async Task<string> ABarrierToShare(this Scene scene, ApiClient http, RoleId? role = null)
    {
        var at = $"barriers/{Guid.CreateVersion7()}";
        var raise = scene.WeWait(role ?? await scene.ARole(http)) with { Readers = Readers.AllAreas };
        (await http.Put(at, scene.Member, raise)).Is(201);
        return at;
    }

    /// <summary>A barrier that another group raised.</summary>
    public static async Task<string> ABarrierOfAnother(this Scene scene, ApiClient http)
    {
        var at = $"barriers/{Guid.CreateVersion7()}";
        var other = await scene.ASecondGroup(http);
        (await http.Put(at, scene.Other, scene.WeWait(await scene.ARole(http)) with { GroupId = other })).Is(201);
        return at;
    }

    /// <summary>A barrier of the scene's group, with an answer.</summary>
    public static async Task<AnsweredBarrier> AnAnswer(
        this Scene scene, ApiClient http, AnswerBarrier? says = null, RoleId? role = null)
    {
        var answered = new AnsweredBarrier(await scene.ABarrier(http, role), new(Guid.CreateVersion7()));
        (await http.Put(answered.Answer, scene.Stranger, says ?? Can)).Is(200);
        return answered;
    }

    /// <summary>A limit of a role that the scene's stranger answers for.</summary>
    public static async Task<LimitId> ALimit(this Scene scene, ApiClient http, RoleId? role = null)
    {
        var id = new LimitId(Guid.CreateVersion7());
        var says = TheAct(role ?? await scene.ARole(http));
        (await http.Put($"limits/{id}", scene.Stranger, says)).Is(201);
        return id;
    }

    /// <summary>A group of somebody else, whose own record knows it.</summary>
    public static async Task<(GroupId Group, Person Lead)> AnotherGroup(this Scene scene, RunningArea area)
    {
        var lead = await area.APerson();
        return (await scene.ASecondGroup(area.Http, lead), lead);
    }

    public static AnswerBarrier Can { get; } = new()
    {
        Kind = AnswerKind.Can, By = RunningArea.Today.AddDays(30), WhatICan = $"Two people. {RunningArea.Canary}",
    };

    public static AnswerBarrier Cannot(LimitId? limit) =>
        new() { Kind = AnswerKind.Cannot, LimitId = limit, WhatStopsMe = $"The Act. {RunningArea.Canary}" };

    public static ClaimLimit TheAct(RoleId role) => new()
    {
        RoleId = role,
        What = $"No local link {RunningArea.Canary}",
        Kind = LimitKind.Law,
        Source = "Housing Act 1996",
        Section = "Part 6",
        WhoseRule = "Parliament",
        WouldHaveToChange = "The Act, or how we read it",
    };
}

/// <summary>A barrier with an answer.</summary>
internal sealed record AnsweredBarrier(string At, AnswerId Id)
{
    /// <summary>Where the answer is.</summary>
    public string Answer => $"{At}/answers/{Id}";
}
