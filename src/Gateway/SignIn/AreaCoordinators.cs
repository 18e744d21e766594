using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.SignIn;

/// <summary>The area's coordinators, among the people who sign in with a code.</summary>
internal sealed class AreaCoordinators(IOptions<GatewayOptions> options)
{
    private readonly FrozenSet<MemberId> members = [.. options.Value.Coordinators.Select(Read)];

    /// <summary>The role of a person for their session, or null for a member.</summary>
    public string? RoleOf(MemberId member) => members.Contains(member) ? "coordinator" : null;

    private static MemberId Read(string id) => MemberId.TryParse(id, out var member) ? member : default;
}
