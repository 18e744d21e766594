using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;

namespace PeerNet.Local;

/// <summary>A made-up role, and who answers for it.</summary>
/// <param name="Name">What everybody calls it.</param>
/// <param name="Holder">The name of who answers for it, who belongs to no group.</param>
internal sealed record SeedRole(string Name, string Holder);

/// <summary>A made-up limit that a group doubts.</summary>
/// <param name="Role">The place of the role that claims it.</param>
/// <param name="What">What is in the way.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="WhoseRule">Whose rule it is.</param>
/// <param name="WouldHaveToChange">What would have to change.</param>
/// <param name="DoubtedBy">The place of the group that doubts it.</param>
/// <param name="Doubt">Why.</param>
internal sealed record SeedLimit(
    int Role, string What, LimitKind Kind, string Source, string WhoseRule, string WouldHaveToChange, int DoubtedBy,
    string Doubt);

/// <summary>A made-up barrier that a role has heard.</summary>
/// <param name="Group">The place of the group that raises it.</param>
/// <param name="Role">The place of the role that is asked.</param>
/// <param name="Text">What gets in the way.</param>
/// <param name="About">What it is about.</param>
/// <param name="Layer">Where it has to change.</param>
/// <param name="UsToo">The places of other groups that it stands in the way of.</param>
/// <param name="AnswerInDays">How many days after the first start the answer was promised.</param>
/// <param name="Answer">The answer; null if there is none.</param>
/// <param name="Gathering">The place of the gathering at which it was raised, one of the group's.</param>
/// <param name="Readers">Who can read it.</param>
internal sealed record SeedBarrier(
    int Group, int Role, string Text, BarrierAbout About, Layer Layer, ImmutableArray<int> UsToo, int AnswerInDays,
    SeedAnswer? Answer = null, int? Gathering = null, Readers Readers = default);

/// <summary>A made-up answer.</summary>
/// <param name="Kind">What it comes to.</param>
/// <param name="InDays">How many days after the first start the day is that it names.</param>
/// <param name="Limit">The place of the limit that it names.</param>
/// <param name="WhatICan">What the role can do.</param>
/// <param name="WhatStopsMe">What stops it.</param>
/// <param name="Helped">Whether it helped the group that raised the barrier.</param>
internal sealed record SeedAnswer(
    AnswerKind Kind, int? InDays = null, int? Limit = null, string? WhatICan = null, string? WhatStopsMe = null,
    Helped? Helped = null);
