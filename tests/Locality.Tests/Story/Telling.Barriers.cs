using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What a group, a role and a coordinator of one area say about a barrier and a limit.</summary>
internal sealed class BarrierTexts(
    Func<string, Func<string, string>?, Canary> own, Func<string, Func<string, string>, Canary> everybodys)
{
    public Canary Role { get; } = own("role's name", null);

    public Canary Text { get; } = own("barrier", null);

    public Canary Waiting { get; } = own("barrier for all areas once a lead agrees", null);

    public Canary Can { get; } = own("what a role can do", null);

    public Canary Stops { get; } = own("what stops a role", null);

    public Canary Unknown { get; } = own("what a role does not know", null);

    public Canary Addition { get; } = own("what a role added", null);

    public Canary Limit { get; } = own("limit", null);

    public Canary Source { get; } = own("limit's source", null);

    public Canary Check { get; } = own("check of a limit", null);

    public Canary Dispute { get; } = own("dispute of a limit", null);

    public Canary Change { get; } = own("change of a limit", null);

    public SharedBarrier Shared { get; } = new(everybodys);
}

/// <summary>What is said about a barrier that people in all areas read.</summary>
internal sealed class SharedBarrier(Func<string, Func<string, string>, Canary> everybodys)
{
    public Canary Role { get; } = everybodys("role's name, for all areas", mark => $"Lead {mark}");

    public Canary Text { get; } = everybodys("barrier, for all areas", mark => $"We wait {mark}");

    public Canary Can { get; } = everybodys("what a role can do, for all areas", mark => $"Ask {mark}");

    public Canary Stops { get; } = everybodys("what stops a role, for all areas", mark => $"The Act {mark}");

    public Canary Unknown { get; } = everybodys("what a role does not know, for all areas", mark => $"When {mark}");

    public Canary Addition { get; } = everybodys("what a role added, for all areas", mark => $"More {mark}");

    public Canary Limit { get; } = everybodys("what is in the way, for all areas", mark => $"No link {mark}");
}

/// <summary>
/// A barrier that a role answers with a limit, which is checked, disputed and changed; and one for all areas.
/// </summary>
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
        await ShareABarrier(cast);
        foreach (var path in (string[])["barriers", barrier, "limits", limit, "roles", $"roles/{role}"])
            _ = (await door.Get(path, coordinator)).Yes;
    }

    // What is written about the limit beside what is in the way stays at home, and "us too" of one group moves no card.
    private async Task ShareABarrier(Cast cast)
    {
        var door = At(cast);
        var holder = As(cast.Holder);
        var own = cast.Barrier;
        var shared = own.Shared;
        var role = cast.IdOf("role for all areas");
        var limit = cast.IdOf("limit for all areas");
        var barrier = $"barriers/{cast.IdOf("barrier for all areas")}";
        _ = (await door.Put($"roles/{role}", As(cast.Coordinator), new NameRole(shared.Role.Text, cast.Holder.Id))).Yes;
        _ = (await door.Put(barrier, As(cast.Member), new RaiseBarrier
        {
            GroupId = new(cast.IdOf("tea")), Text = shared.Text.Text, About = BarrierAbout.Law,
            Layer = Layer.System, RoleId = new(role), Readers = Readers.AllAreas,
        })).Yes;
        _ = (await door.Put($"{barrier}/readers", As(cast.Lead), new ChooseReaders(Readers.AllAreas))).Yes;
        _ = (await door.Put($"barriers/{cast.IdOf("barrier that waits")}", As(cast.Member), new RaiseBarrier
        {
            GroupId = new(cast.IdOf("tea")), Text = own.Waiting.Text, About = BarrierAbout.Law,
            Layer = Layer.System, RoleId = new(role), Readers = Readers.AllAreas,
        })).Yes;
        _ = (await door.Put($"limits/{limit}", holder, new ClaimLimit
        {
            RoleId = new(role), What = shared.Limit.Text, Kind = LimitKind.Policy, Source = own.Source.Text,
            WhoseRule = own.Source.Text, WouldHaveToChange = own.Limit.Text,
        })).Yes;
        _ = (await door.Put($"{barrier}/answers/{cast.IdOf("answer for all areas")}", holder, new AnswerBarrier
        {
            Kind = AnswerKind.Cannot, LimitId = new(limit), WhatICan = shared.Can.Text,
            WhatStopsMe = shared.Stops.Text, WhatIDontKnow = shared.Unknown.Text,
        })).Yes;
        _ = (await door.Put($"{barrier}/additions/{cast.IdOf("addition for all areas")}", holder,
            new AddToAnswer(shared.Addition.Text))).Yes;
        _ = (await door.Put($"limits/{limit}/disputes/{cast.IdOf("tea")}", As(cast.Member),
            new DisputeLimit(own.Dispute.Text))).Yes;
        if (cast.Came) _ = (await door.Put($"{barrier}/us-too/{cast.IdOf("walk")}", As(cast.Lead), new { })).Yes;
    }

    /// <summary>Waits until another area has a barrier with its answer and its limit, and reads it there.</summary>
    private async Task BarriersCrossed(Cast cast, Cast other)
    {
        var shared = other.Barrier.Shared;
        await Eventually.So($"{cast.Area} reads what gets in people's way in {other.Area}", async () =>
        {
            var read = (await At(cast).Get("barriers/elsewhere", As(cast.Member))).Text;
            return new[] { shared.Text, shared.Addition, shared.Limit }
                .All(one => read.Contains(one.Mark, StringComparison.Ordinal));
        });
    }
}
