using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Sentences;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Api;

namespace PeerNet.Gateway.Link;

/// <summary>The JSON options of the link: strict when sending, tolerant when receiving.</summary>
/// <remarks>
/// The neighbour may be a version ahead or behind. The golden file <c>wire.v1.txt</c> lists everything that is sent.
/// </remarks>
internal static class LinkJson
{
    /// <summary>Options for sending: sealed types, with every field in the golden file.</summary>
    public static JsonSerializerOptions Sending { get; } = new(PeerNetJson.Options)
    {
        TypeInfoResolver = (PeerNetJson.Options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(WithoutWelcome),
    };

    /// <summary>
    /// Options for receiving: unknown fields, and unknown words on a card, are dropped. A field that is missing,
    /// repeated or of the wrong shape is an error.
    /// </summary>
    public static JsonSerializerOptions Receiving { get; } = Tolerant();

    // The card of a new group is not sent at all, and no neighbour decides what is new here.
    private static void WithoutWelcome(JsonTypeInfo type)
    {
        if (type.Type != typeof(Card)) return;
        var name = JsonNamingPolicy.CamelCase.ConvertName(nameof(Card.Welcome));
        type.Properties.Remove(type.Properties.Single(field => field.Name == name));
    }

    private static JsonSerializerOptions Tolerant()
    {
        var options = new JsonSerializerOptions(PeerNetJson.Options)
        {
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = Sending.TypeInfoResolver!.WithAddedModifier(NoNulls.In),
        };
        // Nobody travels for nothing: the group says where it meets online.
        options.Converters.Insert(0, new KnownWordJson<MeetingFormat>(MeetingFormat.Online));
        // The group's own format then counts.
        options.Converters.Insert(0, new OptionalWordJson<MeetingFormat>());
        // Nobody turns up unannounced, and the group answers people who ask.
        options.Converters.Insert(0, new KnownWordJson<Joining>(Joining.Ask));
        // The most private. The sender already leaves out what strangers may not know.
        options.Converters.Insert(0, new KnownWordJson<PlacePrivacy>(PlacePrivacy.OnRequest));
        // Dropped, so that nobody is promised something this area does not know.
        options.Converters.Insert(0, new KnownWordsJson<AccessNeed>());
        // An offer of a kind this area does not know can still be taken up.
        options.Converters.Insert(0, new KnownWordJson<SupportKind>(SupportKind.Other));
        // The fewest, and the least urgent: nobody is promised more than the offer says.
        options.Converters.Insert(0, new KnownWordJson<SupportFrequency>(SupportFrequency.Once));
        options.Converters.Insert(0, new KnownWordJson<SupportUrgency>(SupportUrgency.AnyTime));
        // What it is about is in its words, too.
        options.Converters.Insert(0, new KnownWordJson<BarrierAbout>(BarrierAbout.Other));
        options.Converters.Insert(0, new KnownWordJson<StepCost>(StepCost.Unknown));
        // Whatever it is called, it can be read.
        options.Converters.Insert(0, new KnownWordJson<SentenceKind>(SentenceKind.Sentence));
        options.Converters.Insert(0, new KnownWordsJson<PartOfDay>());
        options.Converters.Insert(0, new KnownWordsJson<Weekday>());
        return options;
    }
}
