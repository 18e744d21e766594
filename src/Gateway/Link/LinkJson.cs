using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Api;

namespace PeerNet.Gateway.Link;

/// <summary>How areas write to and read each other: strict when sending, tolerant when receiving.</summary>
/// <remarks>
/// The neighbour may be a version ahead or behind. Whatever is sent stands in the golden file <c>wire.v1.txt</c>.
/// </remarks>
internal static class LinkJson
{
    /// <summary>What is sent: sealed types, and each field in the golden file.</summary>
    public static JsonSerializerOptions Sending { get; } = new(PeerNetJson.Options)
    {
        TypeInfoResolver = PeerNetJson.Options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>
    /// What is received: unknown fields are dropped, and of a card an unknown word alone. What is missing, of the wrong
    /// shape or there twice is refused.
    /// </summary>
    public static JsonSerializerOptions Receiving { get; } = Tolerant();

    private static JsonSerializerOptions Tolerant()
    {
        var options = new JsonSerializerOptions(PeerNetJson.Options)
        {
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = Sending.TypeInfoResolver!.WithAddedModifier(NoNulls.In),
        };
        // Nobody travels in vain: the group tells where it meets online.
        options.Converters.Insert(0, new WordJson<MeetingFormat>(MeetingFormat.Online));
        // Nobody turns up unannounced, and the group answers who asks.
        options.Converters.Insert(0, new WordJson<Joining>(Joining.Ask));
        // The most private; the sender leaves out of a card what strangers may not know.
        options.Converters.Insert(0, new WordJson<PlacePrivacy>(PlacePrivacy.OnRequest));
        // Left out: nobody is promised what is not known here.
        options.Converters.Insert(0, new KnownWordsJson<AccessNeed>());
        return options;
    }
}
