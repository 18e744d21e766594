using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Durability;

/// <summary>Whether anything can be stored, and what a commit says of itself.</summary>
public sealed class StorageStateTests
{
    [Fact]
    public void A_silo_that_cannot_store_demands_nothing_until_it_stores_again()
    {
        var state = new StorageState(NullLogger<StorageState>.Instance);
        Assert.True(state.IsAvailable);
        state.Demand();
        state.Fail("Disk");
        Assert.False(state.IsAvailable);
        Assert.Throws<StorageUnavailableException>(state.Demand);
        state.Recover();
        Assert.True(state.IsAvailable);
        state.Demand();
    }

    [Fact]
    public void A_commit_says_whether_it_changed_or_created_the_record_or_a_part_of_it()
    {
        var none = new Row<Note>();
        var first = none with { Edition = 1, Record = new() { Text = "one" } };
        var second = first with { Edition = 2 };
        Assert.Equal((true, true), (Of(none, first).HasChanged, Of(none, first).HasCreated));
        Assert.Equal((true, false), (Of(first, second).HasChanged, Of(first, second).HasCreated));
        Assert.Equal((true, false), (Of(none, none with { Version = 1 }).HasChanged, Of(none, none).HasCreated));
        Assert.False(Of(first, first).HasChanged);
        Assert.Equal(("one", true), Part(Of(none, first)));
        Assert.Equal(("one", false), Part(Of(first, second)));

        static Change<Note> Of(Row<Note> before, Row<Note> after) => new(before, after);
        static (string, bool) Part(Change<Note> change)
        {
            var part = change.Part(note => note.Text);
            return (part.Answer, part.Created);
        }
    }

    [Fact]
    public void A_record_that_applies_no_messages_refuses_them()
    {
        Assert.Equal("link.misdirected", new Row<Note>().Receive(TheLeaving(), East, Now).No());
        Assert.Equal(
            "link.misdirected", new Row<Note>().Receive(new PersonErased(Sam, "note", default), East, Now).No());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "version": 1, "record": null }""")]
    public void What_is_not_a_row_is_not_read_as_one(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Row<Note>>(json, PeerNetJson.Options));

    private sealed record Note
    {
        public string? Text { get; init; }
    }
}
