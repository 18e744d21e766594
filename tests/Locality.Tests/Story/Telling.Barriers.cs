using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What a group, a role and a coordinator of one area say about a barrier and a limit.</summary>
internal sealed class BarrierTexts(Func<string, Func<string, string>?, Canary> own)
{
    public Canary Role { get; } = own("role's name", null);

    public Canary Text { get; } = own("barrier", null);

    public Canary Can { get; } = own("what a role can do", null);

    public Canary Stops { get; } = own("what stops a role", null);

    public Canary Unknown { get; } = own("what a role does not know", null);

    public Canary Addition { get; } = own("what a role added", null);

    public Canary Limit { get; } = own("limit", null);

    public Canary Source { get; } = own("limit's source", null);

    public Canary Check { get; } = own("check of a limit", null);

    public Canary Dispute { get; } = own("dispute of a limit", null);

    public Canary Change { get; } = own("change of a limit", null);
}

/// <summary>A barrier that a role answers with a limit, which is checked, disputed and changed.</summary>
internal sealed partial class Telling
{
    private async Task Barriers(Cast cast)
    {
        var door = At(cast);
        var says = cast.Barrier;
        var holder = As(cast.Holder);
        var member = As(cast.Member);
        var coordinator = As(cast.Coordinator);
        var group = cast.IdOf("tea");
        var role = cast.IdOf("role");
        var limit = $"limits/{cast.IdOf("limit")}";
        var barrier = $"barriers/{cast.IdOf("barrier")}";
        _ = (await door.Put($"roles/{role}", coordinator, new NameRole(says.Role.Text, cast.Holder.Id))).Yes;
        _ = (await door.Put(barrier, member, new RaiseBarrier
        {
            GroupId = new GroupId(group), Text = says.Text.Text, About = BarrierAbout.Trust,
            Layer = Layer.System, RoleId = new(role),
        })).Yes;
        _ = (await door.Put(limit, holder, new ClaimLimit
        {
            RoleId = new(role), What = says.Limit.Text, Kind = LimitKind.Policy, Source = says.Source.Text,
            WhoseRule = says.Source.Text, WouldHaveToChange = says.Limit.Text,
        })).Yes;
        _ = (await door.Put($"{barrier}/answers/{cast.IdOf("answer to a barrier")}", holder, new AnswerBarrier
        {
            Kind = AnswerKind.Cannot, LimitId = new(cast.IdOf("limit")), WhatICan = says.Can.Text,
            WhatStopsMe = says.Stops.Text, WhatIDontKnow = says.Unknown.Text,
        })).Yes;
        _ = (await door.Put(
            $"{barrier}/additions/{cast.IdOf("addition")}", holder, new AddToAnswer(says.Addition.Text))).Yes;
        _ = (await door.Put($"{limit}/check", coordinator, new CheckLimit("A law centre", says.Check.Text))).Yes;
        _ = (await door.Put($"{limit}/disputes/{group}", member, new DisputeLimit(says.Dispute.Text))).Yes;
        _ = (await door.Put($"{limit}/change", holder, new ChangeLimit(says.Change.Text))).Yes;
        foreach (var path in (string[])["barriers", barrier, "limits", limit, "roles", $"roles/{role}"])
            _ = (await door.Get(path, coordinator)).Yes;
    }
}
