using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Api;

/// <summary>
/// The Gateway's JSON options. They are strict, so that a misspelt field is reported and not ignored.
/// </summary>
internal static class Json
{
    public static void Configure(JsonSerializerOptions options)
    {
        PeerNetJson.Configure(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.PropertyNameCaseInsensitive = false;
        // Not for rows: they omit nulls, and must be readable without them.
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver()
            .WithAddedModifier(NoNulls.In)
            .WithAddedModifier(RoundTrip.Accepts<MemberProfile, MemberDetails>())
            .WithAddedModifier(RoundTrip.Accepts<GroupDescription, GroupDetails>());
    }
}
