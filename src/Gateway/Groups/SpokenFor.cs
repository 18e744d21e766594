using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Groups;

/// <summary>The group for which somebody sends a form.</summary>
internal static class SpokenFor
{
    /// <summary>
    /// The group that a form names as <c>groupId</c>. One that is none has no people, so that every record refuses it.
    /// </summary>
    public static GroupId Group(this IFormCollection form) =>
        GroupId.TryParse(form["groupId"], out var group) ? group : default;
}
