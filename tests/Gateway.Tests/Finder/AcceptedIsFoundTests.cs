using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Feed;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Link;
using PeerNet.Grains.Groups;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>
/// Whatever the door accepts, the finder of every area accepts too: the rules, the wire and the index on descriptions
/// with every odd character in every field.
/// </summary>
public sealed class AcceptedIsFoundTests(RunningArea area)
{
    private static readonly string[] Odd =
    [
        "\n", "\r\n", "\r", "\t", "\0", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029", "\u202e", "\u2066", "\u200b",
        "\u200d", "\u00ad", "\u0301", "\ufeff", "\ufffe", "\ud83d", "\udc00", "👨‍👩‍👧‍👦", "é", "ß", "ı", "đ", "Ｔ",
        "\"", "<",
        "\\", "‘", " ", "", "-", "$",
    ];

    private static readonly Gen<string> Text = Gen.Select(
        Gen.OneOf("Tea", "12 High Street", "Church Hall"), Gen.OneOf(Odd), Gen.Int[0, 19],
        (text, odd, where) => where switch { 0 => text + odd, 1 => odd + text, 2 => $"{text}{odd}b", _ => text });

    private static readonly Gen<string?> Optional =
        Gen.OneOf(Gen.Const((string?)null), Text.Select(text => (string?)text));

    private static readonly Gen<ImmutableArray<string>> Words = Gen.OneOf(
        Gen.Const(ImmutableArray<string>.Empty),
        Gen.OneOf("carers", "Carers", "low-mood", "a1").Array[1].Select(words => words.ToImmutableArray()),
        Gen.OneOf("carers", "carers\n", "x", "two words", "-a", "é1").Array[1, 2]
            .Select(words => words.ToImmutableArray()));

    private static readonly Gen<Place?> Places = Gen.Select(
        Gen.Select(Optional, Optional, Optional), Gen.OneOf<string?>(null, "BN2", "BN1", "BN3",  "BN2\n", "bn2", "W1A"),
        Gen.OneOf<double?>(50.8, 90.0, 0.0, 50.9, -91.0), Gen.OneOf<double?>(0.1, 180.0, -180.0, 0.2, 181.0),
        Gen.Enum<PlacePrivacy>(),
        (texts, outcode, north, east, privacy) => (Place?)new Place
        {
            Name = texts.Item1, Address = texts.Item2, Town = texts.Item3, Outcode = outcode,
            Latitude = north, Longitude = east, Privacy = privacy,
        });

    private static readonly Gen<GroupDescription> Descriptions = Gen.Select(
        Gen.Select(Text, Optional, Optional), Gen.Select(Words, Words, Words),
        Gen.Enum<AccessNeed>().Array[0, 3], Places, Gen.Enum<MeetingFormat>(),
        (texts, words, needs, place, format) => new GroupDescription
        {
            Name = texts.Item1, About = texts.Item2, FirstTime = texts.Item3, For = words.Item1, Topics = words.Item2,
            Languages = words.Item3, Needs = [.. needs], Place = place, Format = format,
            Schedule = Shelf.Weekly("TU", 19),
        });

    [Fact]
    public void Whatever_is_accepted_can_be_found_in_every_area()
    {
        var accepted = 0;
        Descriptions.Sample(description =>
        {
            if (DescriptionRules.Check(description) is not null) return;
            Interlocked.Increment(ref accepted);
            var sent = new Group { Id = new(Guid.CreateVersion7()), Description = description }
                .CardOn(new(2026, 11, 23), Shelf.West)!;
            var card = JsonSerializer.SerializeToElement(sent, LinkJson.Sending).Deserialize<Card>(LinkJson.Receiving)!;
            Assert.Null(CardValidation.FindFault(Shelf.West, new(CardState.Updated, card.Id, 1, card)));
            Assert.NotNull(new DocumentBuilder().Build(card, 1, new(2026, 11, 23)));
        }, iter: 20_000);
        Assert.InRange(accepted, 1_000, 20_000);
    }

    [Fact]
    public async Task A_group_whose_address_was_refused_is_still_found_in_its_neighbour()
    {
        var lead = await area.APerson();
        var name = $"Hall{Guid.CreateVersion7():N}";
        var at = $"groups/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, lead, new { name, place = new { address = "Church Hall, 12 High Street" } })).Is(201);
        (await area.Http.Put(at, lead, new { name, place = new { address = "Church Hall\n12 High Street" } }, "*"))
            .Refuses(422, "group.description", "place.address");
        await RunningArea.Until(async () =>
            (await area.WestHttp.Get($"groups?text={name}")).Is(200).GetProperty("total").GetInt32() == 1);
    }
}
