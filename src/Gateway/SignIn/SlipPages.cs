using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// How a lead gives a way in to the people of a group whose records the lead created, and who have not signed in.
/// </summary>
internal sealed class SlipPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/groups/{id}/slips", List).ForMembers();
        site.Pages.MapPost("/groups/{id}/slips/{memberId}", Make).ForMembers();
        site.Pages.MapGet(
            "/groups/{id}/slips/{memberId}",
            (GroupId id, MemberId memberId) => TypedResults.LocalRedirect($"/groups/{id}/slips")).ForMembers();
    }

    private static async Task<Shown> List(GroupId id, Home home, CurrentCaller by)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        return Page.Of<SlipsPage, SlipsModel>(new(group, await ReadKept(home, group, by.Caller)));
    }

    // The code is shown in the answer, and never again. If the form is sent twice, the second answer has the code.
    private static async Task<Shown> Make(
        GroupId id, MemberId memberId, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock,
        HttpRequest request)
    {
        if ((await home.ReadLed(id, by.Caller)).Refused(out var refusal, out var group)) return refusal.ToProblem();
        var code = ClaimCode.New();
        if ((await home.Slips.Make(code.Digest, memberId, by.Caller)).Refused(out refusal, out _))
            return refusal.ToProblem();
        return Page.Of<SlipPage, SlipModel>(
            SlipModel.Of(code, home.SiteOf(request), $"/groups/{id}/slips", clock.GetUtcNow()) with
            {
                Name = group.People?.FirstOrDefault(one => one.MemberId == memberId)?.Name,
            });
    }

    private static async Task<IReadOnlyList<NamedPerson>> ReadKept(Home home, GroupDetails group, Caller by)
    {
        var people = (group.Roster ?? []).Where(one => one.Part >= Part.Member).Select(one => one.MemberId).ToList();
        var standings = await Task.WhenAll(people.Select(one => home.Member(one).GetStanding()));
        var kept = people.Where((_, place) => standings[place].KeptBy is { } keeper && by.Is(keeper)).ToHashSet();
        return [.. (group.People ?? []).Where(one => kept.Contains(one.MemberId))
            .OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>The page with the people to whom a lead can give a way in.</summary>
/// <param name="Group">The group.</param>
/// <param name="People">The people of the group whose records the lead created, and who have not signed in.</param>
public sealed record SlipsModel(GroupDetails Group, IReadOnlyList<NamedPerson> People);

/// <summary>A slip to print.</summary>
/// <param name="Code">The code, in groups of letters.</param>
/// <param name="Address">The address at which it is typed in.</param>
/// <param name="Fragment">The code as the address has it.</param>
/// <param name="LastDay">The last day on which it works.</param>
public sealed record SlipModel(string Code, string Address, string Fragment, DateOnly LastDay)
{
    /// <summary>Where it was asked for.</summary>
    public required string Back { get; init; }

    /// <summary>The person's name, if whoever prints it may see it.</summary>
    public string? Name { get; init; }

    /// <summary>The role that the person answers for; null if they belong to a group.</summary>
    public string? Role { get; init; }

    /// <summary>A slip with a code that has just been made.</summary>
    internal static SlipModel Of(ClaimCode code, string site, string back, DateTimeOffset now) =>
        new(code.Printed, $"{site}/claim", code.InAddress, LastDayOf(now)) { Back = back };

    private static DateOnly LastDayOf(DateTimeOffset madeAt) =>
        Calendar.London.DayOf(madeAt).AddDays(SignInFields.SlipDaysValid - 1);
}
