using System.Text;
using Orleans.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task Each_write_increments_the_version()
    {
        var copy = ACopy();
        await copy.Write("one");
        Assert.Equal("1", copy.ETag);
        await copy.Write("two");
        Assert.Equal("2", copy.ETag);

        var again = await ACopy(id: IdOf(copy)).Read();
        Assert.Equal(("2", true, "two"), (again.ETag, again.Exists, again.Text));
    }

    [Fact]
    public async Task A_row_that_was_never_written_reads_as_empty()
    {
        var copy = await ACopy().Read();
        Assert.Equal((null, false, null), (copy.ETag, copy.Exists, copy.Text));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        var (one, other) = TwoCopies();
        await one.Write("one");
        await other.Read();
        await one.Write("two");

        await Assert.ThrowsAsync<InconsistentStateException>(() => other.Write("three"));
        Assert.Equal("two", (await other.Read()).Text);
    }

    [Fact]
    public async Task A_first_write_over_an_existing_row_is_refused()
    {
        var (one, other) = TwoCopies();
        await one.Write("one");

        await Assert.ThrowsAsync<InconsistentStateException>(() => other.Write("two"));
        Assert.Equal("one", (await other.Read()).Text);
    }

    [Fact]
    public async Task Fifty_racing_first_writes_leave_one_winner()
    {
        var id = Guid.CreateVersion7();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(async number =>
        {
            try
            {
                await ACopy(id: id).Write($"{number}");
                return $"{number}";
            }
            catch (InconsistentStateException)
            {
                return null;
            }
        }));

        var winner = Assert.Single(outcomes, outcome => outcome is not null);
        var copy = await ACopy(id: id).Read();
        Assert.Equal(("1", winner), (copy.ETag, copy.Text));
        await copy.Write("after");
        Assert.Equal("2", copy.ETag);
    }

    [Fact]
    public async Task Clearing_leaves_a_tombstone_and_the_version_goes_on()
    {
        var (one, other) = TwoCopies();
        await one.Write("one");
        await other.Read();
        await one.Clear();
        Assert.Equal(("2", false), (one.ETag, one.Exists));

        var read = await ACopy(id: IdOf(one)).Read();
        Assert.Equal(("2", false, null), (read.ETag, read.Exists, read.Text));
        await Assert.ThrowsAsync<InconsistentStateException>(() => other.Write("from before"));
        await read.Write("again");
        Assert.Equal("3", read.ETag);
    }

    [Fact]
    public async Task A_row_of_five_megabytes_comes_back_whole()
    {
        var text = new string('x', 5 * 1024 * 1024);
        var copy = ACopy();
        await copy.Write(text);
        Assert.Equal(text, (await ACopy(id: IdOf(copy)).Read()).Text);
    }

    [Fact]
    public async Task A_text_with_any_character_in_it_comes_back_as_it_was()
    {
        const string text = "caf\u00e9 \u0000 \\u0000 \ud83d\ude00 ' \" @ParameterLike";
        var copy = ACopy();
        await copy.Write(text);
        Assert.Equal(text, (await ACopy(id: IdOf(copy)).Read()).Text);
    }

    [Fact]
    public async Task A_row_is_stored_under_its_state_name_and_whole_key_as_camel_case_json()
    {
        var copy = ACopy("note");
        await copy.Write("plain");
        var payload = await Ask<byte[]>(
            "SELECT PayloadBinary FROM OrleansStorage WHERE GrainTypeString = 'note' AND GrainIdExtensionString = "
                + "@key AND GrainIdN0 = 0 AND GrainIdN1 = 0",
            ("key", copy.Key));
        Assert.Equal("""{"version":1,"record":{"text":"plain","entries":[]}}""", Encoding.UTF8.GetString(payload));
    }

    private protected static Guid IdOf(Copy copy) => Guid.Parse(copy.Key[^36..]);
}
