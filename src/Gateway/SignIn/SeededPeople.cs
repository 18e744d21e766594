using System.Text.Json;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>
/// The made-up people of local mode, from the file that it writes once they are there. In production there is no such
/// file, and nobody can become somebody else.
/// </summary>
internal sealed class SeededPeople(IOptions<GatewayOptions> options)
{
    private readonly GatewayOptions gateway = options.Value;

    /// <summary>The people of this area; empty outside local mode, or while it is starting.</summary>
    public async Task<IReadOnlyList<SeededPerson>> Read(CancellationToken cancel)
    {
        if (!gateway.Local || gateway.SeededPeople is not { } file || !File.Exists(file)) return [];
        await using var stream = File.OpenRead(file);
        var network = await JsonSerializer.DeserializeAsync<SeededNetwork>(stream, PeerNetJson.Options, cancel);
        if (network!.Areas.FirstOrDefault(area => area.Id.Value == gateway.Area) is not { } here) return [];
        var names = here.Groups.ToDictionary(group => group.Id, group => group.Name);
        return [.. here.People.Select(person =>
            person with { GroupNames = [.. person.Groups.Select(group => names.GetValueOrDefault(group, ""))] })];
    }

    private sealed record SeededNetwork(IReadOnlyList<SeededArea> Areas);

    private sealed record SeededArea(AreaId Id, IReadOnlyList<SeededPerson> People, IReadOnlyList<SeededGroup> Groups);

    private sealed record SeededGroup(GroupId Id, string Name);
}

/// <summary>A made-up person of local mode.</summary>
/// <param name="Role"><c>coordinator</c>, <c>lead</c> or <c>member</c>.</param>
/// <param name="MemberId">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Groups">The groups that they lead, or belong to.</param>
public sealed record SeededPerson(string Role, MemberId MemberId, string Name, IReadOnlyList<GroupId> Groups)
{
    /// <summary>The names of those groups.</summary>
    public IReadOnlyList<string> GroupNames { get; init; } = [];
}
