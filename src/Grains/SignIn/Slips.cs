using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>The area's slips of paper, each of which lets one person claim a record that was made for them.</summary>
internal sealed record Slips
{
    /// <summary>
    /// The maximum number of slips. When there are more, the oldest of whoever has made the most no longer works, so
    /// that nobody can end the slips of everybody else.
    /// </summary>
    public const int MaxSlips = 1000;

    /// <summary>The slips, oldest first; at most one for each person.</summary>
    [MaxItems(MaxSlips)]
    public ImmutableArray<Slip> All { get; init; } = [];

    /// <summary>
    /// Whoever created a record that nobody has claimed makes a slip for it, in place of any earlier one. For everybody
    /// else there is no such person.
    /// </summary>
    public Result<Slips> Make(
        string digest, MemberId member, MemberStanding standing, Caller by, DateTimeOffset now)
    {
        if (standing.KeptBy is not { } keeper || !by.Is(keeper)) return MemberRefusals.NotFound;
        if (All.Any(one => one.Digest == digest)) return this;
        var others = All.RemoveAll(one => one.Member == member || one.IsOver(now));
        var all = others.Add(new(digest, member, now) { By = keeper });
        return this with { All = all.Length > MaxSlips ? all.Remove(OldestOfMost(all)) : all };
    }

    /// <summary>Whose record a slip that was not used is for, or null.</summary>
    public MemberId? Find(string digest, DateTimeOffset now) =>
        All.FirstOrDefault(one => one.Digest == digest && one.UsedBy is null && !one.IsOver(now))?.Member;

    /// <summary>Uses a slip; the same if there is none that could be used.</summary>
    public Slips Use(string digest, Guid attempt, DateTimeOffset now)
    {
        if (Find(digest, now) is null) return this;
        var slip = All.Single(one => one.Digest == digest);
        return this with { All = All.Replace(slip, slip with { UsedBy = attempt, UsedAt = now }) };
    }

    /// <summary>Whose record an attempt has claimed, or null.</summary>
    public MemberId? ClaimedBy(string digest, Guid attempt, DateTimeOffset now) =>
        All.FirstOrDefault(one => one.Digest == digest && one.UsedBy == attempt && !one.IsOver(now))?.Member;

    private static Slip OldestOfMost(ImmutableArray<Slip> all) =>
        all.GroupBy(slip => slip.By).MaxBy(made => made.Count())!.First();
}

/// <summary>A slip, of whose code only a digest is known.</summary>
/// <param name="Digest">The SHA-256 of the code, in hexadecimal digits.</param>
/// <param name="Member">Whose record it is for.</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record Slip(string Digest, MemberId Member, DateTimeOffset MadeAt)
{
    /// <summary>How long a slip works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(SignInFields.SlipDaysValid);

    /// <summary>How long somebody who pressed twice, or lost the answer, still gets it.</summary>
    public static readonly TimeSpan Repeat = TimeSpan.FromMinutes(10);

    /// <summary>Who made it; null if that was before it was noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemberId? By { get; init; }

    /// <summary>The attempt that used it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? UsedBy { get; init; }

    /// <summary>When it was used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Whether it no longer matters.</summary>
    public bool IsOver(DateTimeOffset now) => now >= (UsedAt + Repeat ?? MadeAt + Lifetime);
}
