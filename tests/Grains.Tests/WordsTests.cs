using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("\"present, apologies\"")]
    [InlineData("\"present,apologies\"")]
    [InlineData("\" present\"")]
    [InlineData("\"present \"")]
    [InlineData("\"Present\"")]
    [InlineData("\"PRESENT\"")]
    [InlineData("\"1\"")]
    [InlineData("1")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("[\"present\"]")]
    [InlineData("\"present|absent\"")]
    public void An_enumeration_is_exactly_one_of_its_words(string json)
    {
        var fault = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Mark>(json, PeerNetJson.Options));
        if (json != "null") Assert.Contains("notRecorded, present, apologies, absent", fault.Message, default);
    }

    [Fact]
    public void Every_word_is_read_as_it_is_written()
    {
        foreach (var need in Enum.GetValues<AccessNeed>())
        {
            var json = JsonSerializer.Serialize(need, PeerNetJson.Options);
            Assert.Equal($"\"{Words<AccessNeed>.Of(need)}\"", json);
            Assert.Equal(need, JsonSerializer.Deserialize<AccessNeed>(json, PeerNetJson.Options));
        }
    }

    [Fact]
    public void Every_enumeration_counts_from_nought()
    {
        var all = typeof(Words<>).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true }).ToList();
        Assert.NotEmpty(all);
        Assert.All(all, type => Assert.Equal(
            Enumerable.Range(0, Enum.GetNames(type).Length), (int[])Enum.GetValuesAsUnderlyingType(type)));
    }
}
