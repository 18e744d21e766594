using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Sentences;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// What may cross from area to area, field by field. The golden file is read by people before it is changed: a field in
/// it leaves the area.
/// </summary>
public sealed class WireTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Link", "wire.v1.txt");

    /// <summary>Every header that an answer at the link's door may carry.</summary>
    internal static IReadOnlyList<string> Headers { get; } =
    [
        "Content-Length", "Content-Type", "Date", "ETag", "Retry-After", "Transfer-Encoding", "Vary",
        Accepts.WireVersionHeader, Accepts.LettersHeader, Accepts.CardsHeader,
    ];

    /// <summary>Everything that crosses is one of these.</summary>
    private static readonly Type[] Payloads =
    [
        typeof(CardFeedPage), typeof(SharedFeedPage<OfferCard>), typeof(SharedFeedPage<PracticeCard>),
        typeof(SharedFeedPage<BarrierCard>), typeof(SharedFeedPage<NextStepCard>),
        typeof(SharedFeedPage<SentencesCard>), typeof(Letter), typeof(FiguresPage),
    ];

    /// <summary>Words for which there is no safe default: a card with an unknown one is skipped.</summary>
    private static readonly Type[] Unguessed =
    [
        typeof(SupportSide), typeof(Layer), typeof(BarrierState), typeof(AnswerKind), typeof(LimitKind),
        typeof(NextStepState),
    ];

    [Fact]
    public void What_a_neighbour_says_it_accepts_is_read_only_as_far_as_it_is_words()
    {
        using var answer = new HttpResponseMessage();
        string[] kinds = ["seatAsked", "", "<b>", new('a', 60), new('b', 61), .. Enumerable.Repeat("seatLeft", 200)];
        answer.Headers.TryAddWithoutValidation(Accepts.LettersHeader, string.Join(", ", kinds));
        var letters = Accepts.ReadFrom(answer.Headers).Letters;
        Assert.Equal(["seatAsked", new('a', 60), "seatLeft"], letters.Distinct());
        Assert.Equal(100, letters.Length);
    }

    [Fact]
    public void Every_field_that_may_be_sent_is_in_the_golden_file()
    {
        string[] now =
        [
            $"wire version {Accepts.Here.WireVersion}",
            .. Headers.Select(header => $"header {header}"),
            .. Payloads.SelectMany(Fields).Distinct(),
        ];
        Assert.True(now.Length > 60, "Nothing was found to compare.");
        Assert.Equal(File.ReadAllLines(Golden), now);
    }

    [Fact]
    public void What_an_older_area_plans_together_is_read_as_not_cancelled()
    {
        var plan = JsonSerializer.Deserialize<LinkedPlan>(
            """{"title":"A big room","heldOn":"2026-11-23","startsAt":"14:00","minutes":150}""", LinkJson.Receiving);
        Assert.Equal(new LinkedPlan("A big room", new(2026, 11, 23), new(14, 0), 150), plan);
    }

    [Fact]
    public void No_type_that_is_sent_can_be_extended()
    {
        var crossing = Payloads.SelectMany(Types).ToArray();
        Assert.DoesNotContain(crossing, type => !type.IsSealed && type != typeof(Letter));
        Assert.All(
            typeof(Letter).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Letter)) && !type.IsAbstract),
            kind => Assert.Contains(kind, crossing));
    }

    [Fact]
    public void Only_the_unknown_word_on_a_card_is_dropped()
    {
        Type[] cards =
        [
            typeof(Card), typeof(OfferCard), typeof(PracticeCard), typeof(BarrierCard), typeof(NextStepCard),
            typeof(SentencesCard),
        ];
        var words = cards.SelectMany(Types).SelectMany(type => LinkJson.Sending.GetTypeInfo(type).Properties)
            .Select(field => field.PropertyType)
            .Where(type => !Unguessed.Contains(type))
            .Where(type => type.IsEnum || LinkJson.Sending.GetTypeInfo(type).ElementType is { IsEnum: true })
            .Distinct().ToList();
        Assert.NotEmpty(words);
        Assert.Null(JsonSerializer.Deserialize<MeetingFormat?>("\"fromTheFuture\"", LinkJson.Receiving));
        foreach (var type in words.Where(type => Nullable.GetUnderlyingType(type) is null))
        {
            var read = JsonSerializer.Deserialize(
                type.IsEnum ? "\"fromTheFuture\"" : """["fromTheFuture"]""", type, LinkJson.Receiving);
            Assert.True(
                type.IsEnum ? Enum.IsDefined(type, read!) : !((IEnumerable)read!).Cast<object>().Any(), $"{type}");
        }
    }

    [Fact]
    public void Every_word_that_is_sent_is_read_as_the_same_word()
    {
        AllRead<AccessNeed>();
        AllRead<MeetingFormat>();
        AllRead<Joining>();
        AllRead<PlacePrivacy>();
        AllRead<Layer>();
        AllRead<BarrierAbout>();
        AllRead<BarrierState>();
        AllRead<AnswerKind>();
        AllRead<LimitKind>();
        AllRead<StepCost>();
        AllRead<NextStepState>();
        AllRead<SentenceKind>();
        AllRead<SupportSide>();
        AllRead<SupportKind>();
        AllRead<SupportFrequency>();
        AllRead<SupportUrgency>();
        AllRead<Weekday>();
        AllRead<PartOfDay>();

        static void AllRead<T>() where T : struct, Enum
        {
            foreach (var word in Enum.GetValues<T>())
                Assert.Equal([word], JsonSerializer.Deserialize<ImmutableArray<T>>(
                    JsonSerializer.Serialize<T[]>([word], LinkJson.Sending), LinkJson.Receiving));
        }
    }

    [Fact]
    public void What_this_area_says_it_accepts_is_read_the_same_by_its_neighbour()
    {
        using var answer = new HttpResponseMessage();
        var headers = new HeaderDictionary();
        Accepts.Here.WriteTo(headers);
        foreach (var (name, value) in headers) answer.Headers.Add(name, (IEnumerable<string?>)value);
        var read = Accepts.ReadFrom(answer.Headers);
        Assert.Equal(Accepts.Here.WireVersion, read.WireVersion);
        Assert.Equal(Accepts.Here.Letters, read.Letters);
        Assert.Equal(Accepts.Here.Cards, read.Cards);
    }

    private static IEnumerable<string> Fields(Type root)
    {
        return from type in Types(root)
        from field in LinkJson.Sending.GetTypeInfo(type).Properties
        where field.Get is not null
        select $"{Name(type)}.{field.Name}: {Name(field.PropertyType)}";
    }

    private static List<Type> Types(Type root)
    {
        var found = new List<Type>();
        var open = new Queue<Type>([root]);
        while (open.TryDequeue(out var type))
        {
            var info = LinkJson.Sending.GetTypeInfo(type);
            if (info.ElementType is { } element) open.Enqueue(element);
            if (info.Kind != JsonTypeInfoKind.Object || found.Contains(type)) continue;
            found.Add(type);
            foreach (var field in info.Properties)
                open.Enqueue(Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType);
            foreach (var kind in info.PolymorphismOptions?.DerivedTypes ?? []) open.Enqueue(kind.DerivedType);
        }
        return found;
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } plain) return $"{Name(plain)}?";
        var isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        return isList ? $"list of {Name(type.GetGenericArguments()[0])}" : type.Name.Split('`')[0];
    }
}
