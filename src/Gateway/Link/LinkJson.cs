using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PeerNet.Contracts;
using PeerNet.Gateway.Api;

namespace PeerNet.Gateway.Link;

/// <summary>How areas read each other: nothing unknown, nothing missing, nothing twice.</summary>
internal static class LinkJson
{
    public static JsonSerializerOptions Options { get; } = Strict();

    private static JsonSerializerOptions Strict()
    {
        var options = PeerNetJson.Configure(new());
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(NoNulls.In);
        return options;
    }
}
