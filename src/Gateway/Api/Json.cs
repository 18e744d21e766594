using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Api;

/// <summary>
/// How the Gateway reads and writes JSON: PeerNet's way, and strict, so that a slip of a name is told and never lost.
/// </summary>
internal static class Json
{
    public static void Configure(JsonSerializerOptions options)
    {
        PeerNetJson.Configure(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.PropertyNameCaseInsensitive = false;
        // Only here: rows leave out what is null, and must be readable without it.
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver()
            .WithAddedModifier(NoNulls.In)
            .WithAddedModifier(RoundTrip.Accepts<MemberProfile, MemberDetails>())
            .WithAddedModifier(RoundTrip.Accepts<GroupDescription, GroupDetails>());
    }
}
