using System.Text;
using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>How much of a neighbour's page is used, whatever it contains.</summary>
public sealed class ReceivedPageTests
{
    private const string Id = "0190a3b4-0000-7000-8000-000000000001";
    private const string Data = "\"data\":{\"area\":\"north-sussex\",\"id\":\"" + Id + "\"";
    private const string Card = $$$"""{"state":"updated","kind":"group","id":"{{{Id}}}","modified":10,{{{Data}}}""";
    private const string Good =
        $$$"""{"state":"updated","kind":"group","id":"{{{Id}}}","modified":9,{{{Data}}},"name":"Tea"}}""";

    private const string Deleted = $$$"""{"state":"deleted","kind":"group","id":"{{{Id}}}","modified":""";

    private static readonly CardCursor FromEight = new("a", 8);

    public static TheoryData<string, string> BadItems => new()
    {
        { "no object", "7" },
        { "null", "null" },
        { "empty", "{}" },
        { "no id", """{"state":"updated","kind":"group","modified":10}""" },
        { "no kind", $$$"""{"state":"updated","id":"{{{Id}}}","modified":10}""" },
        { "an unknown state", $$$"""{"state":"hidden","kind":"group","id":"{{{Id}}}","modified":10}""" },
        {
            "an unknown state of a card that can be read",
            $$$"""{"state":"hidden","kind":"group","id":"{{{Id}}}","modified":10,{{{Data}}},"name":"Tea"}}"""
        },
        { "no card", $$$"""{"state":"updated","kind":"group","id":"{{{Id}}}","modified":10}""" },
        {
            "a card without a name",
            Card + "}}"
        },
        {
            "a card with a field twice",
            Card + ""","name":"a","name":"b"}}"""
        },
        {
            "a word that is a number",
            Card + ""","name":"a","format":1}}"""
        },
        {
            "needs that are no list",
            Card + ""","name":"a","needs":"stepFree"}}"""
        },
        {
            "a field of the item twice",
            $$$"""{"state":"updated","kind":"group","kind":"group","id":"{{{Id}}}","modified":10}"""
        },
        { "half a character in the kind", """{"kind":"\ud800","state":"deleted","id":"x","modified":10}""" },
        { "half a character in a name", """{"kind":"group","\udc00":1,"modified":10}""" },
        { "half a character in a card", Card + ""","name":"\ud800 tea"}}""" },
        { "half a character in a name of a card", Card + ""","name":"a","\ud800":1}}""" },
        { "half a character in a name that is there twice", Card + ""","name":"a","\ud800":1,"\ud800":2}}""" },
        { "a change number that is none", $$$"""{"state":"deleted","kind":"group","id":"{{{Id}}}","modified":1.5}""" },
    };

    [Theory]
    [MemberData(nameof(BadItems))]
    public void An_item_that_cannot_be_read_is_skipped_and_the_rest_of_its_page_is_used(string what, string item)
    {
        var read = Read($"[{Good},{item}]", next: 10);
        Assert.Equal(CardState.Updated, read.Items[0].State);
        Assert.Equal(CardState.Deleted, read.Items[1].State);
        Assert.True(read.Unreadable.Length == 1, what);
        Assert.Equal(new CardCursor("a", 10), read.Next);
    }

    [Fact]
    public void Bytes_that_are_no_text_make_a_page_that_can_be_stepped_over_wherever_they_are()
    {
        var page = $$$"""{"next":"/x?feed=a&afterChangeNumber=9","items":[{{{Good}}}]}""";
        for (var place = 0; place < page.Length; place++)
        {
            var bytes = Encoding.UTF8.GetBytes(page);
            bytes[place] = 0xff;
            // FeedReader steps over what throws this, and stops at anything else.
            var fault = Record.Exception(() => Feed.Groups.Read(JsonElement.Parse(bytes), FromEight));
            Assert.True(fault is null or JsonException, $"{place}: {fault}");
        }
    }

    [Fact]
    public void A_page_of_nothing_but_unknown_kinds_is_not_the_end_of_the_feed()
    {
        var read = Read($$$"""
            [{"state":"updated","kind":"supportOffer","id":"{{{Id}}}","modified":10,"data":{"title":"A lift"}}]
            """, next: 10);
        Assert.Equal(
            new CardChange(CardState.Deleted, new GroupId(Guid.Parse(Id)), 10, null), Assert.Single(read.Items));
        Assert.Equal([Id], read.UnknownKinds);
        Assert.Empty(read.Unreadable);
    }

    [Fact]
    public void Unknown_words_and_fields_are_dropped_and_the_card_is_kept()
    {
        var read = Read($$$"""
            [{"state":"updated","kind":"group","id":"{{{Id}}}","modified":9,"colour":"blue","data":{
              "area":"north-sussex","id":"{{{Id}}}","name":"Tea","mood":{"is":"good"},
              "needs":["stepFree","oxygen","parking"],"format":"hologram","joining":"lottery",
              "place":{"town":"Crawley","privacy":"membersOnly","floor":3} } }]
            """, next: 9);
        var card = Assert.Single(read.Items).Data!;
        Assert.Equal([AccessNeed.StepFree, AccessNeed.Parking], card.Needs);
        Assert.Equal((MeetingFormat.Online, Joining.Ask), (card.Format, card.Joining));
        Assert.Equal(("Crawley", PlacePrivacy.OnRequest), (card.Place!.Town, card.Place.Privacy));
        Assert.Empty(read.Unreadable);
    }

    [Theory]
    [InlineData("[]", 9)]
    [InlineData("[7]", 8)]
    [InlineData("[7]", 7)]
    [InlineData($$$"""[{"state":"deleted","kind":"group","id":"{{{Id}}}","modified":8}]""", 9)]
    [InlineData($$$"""[{"state":"deleted","kind":"group","id":"{{{Id}}}","modified":10}]""", 9)]
    [InlineData($"[{Deleted}10}},{Deleted}9}}]", 10)]
    public void A_page_that_does_not_lead_on_is_refused(string items, long next) =>
        Assert.ThrowsAny<JsonException>(() => Read(items, next));

    [Theory]
    [InlineData("7")]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"next":"/x?feed=a&afterChangeNumber=8"}""")]
    [InlineData("""{"next":7,"items":[]}""")]
    [InlineData("""{"next":"/x?feed=\ud800&afterChangeNumber=8","items":[]}""")]
    [InlineData("""{"next":"/x?feed=a&afterChangeNumber=8","items":[],"\ud800":1}""")]
    [InlineData("""{"next":"/x?feed=a&afterChangeNumber=8","items":{}}""")]
    [InlineData("""{"next":"/x?feed=a&afterChangeNumber=8","items":[],"items":[]}""")]
    public void A_body_that_is_not_a_page_is_refused(string page) =>
        Assert.ThrowsAny<JsonException>(() => Feed.Groups.Read(JsonElement.Parse(page), FromEight));

    [Fact]
    public void A_feed_with_another_name_starts_again()
    {
        var read =
            Feed.Groups.Read(JsonElement.Parse("""{"next":"/x?feed=b&afterChangeNumber=0","items":[]}"""), FromEight);
        Assert.True(read.Restarted);
        Assert.Equal(new CardCursor("b", 0), read.Next);
    }

    private static ReceivedPage<CardChange> Read(string items, long next)
    {
        return Feed.Groups.Read(JsonElement.Parse(
            $$$"""{"next":"/x?feed=a&afterChangeNumber={{{next}}}","items":{{{items}}},"figures":[]}"""), FromEight);
    }
}
