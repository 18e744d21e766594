using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>The file in which they are kept.</summary>
public sealed partial class KeptCardsTests
{
    [Fact]
    public void Cards_survive_a_restart_and_a_damaged_file_is_read_as_none()
    {
        var one = ACard();
        Empty().Apply(North, APage(7, one));
        var again = Empty();
        Assert.Equal([one], again.List().Items);
        Assert.Equal(new CardCursor("a", 7), again.CursorOf(North));
        var stored = File.ReadAllText(StoredFile);
        File.WriteAllText(StoredFile, stored.Replace(one.WeDid, new('x', 1001), StringComparison.Ordinal));
        Assert.Empty(Empty().List().Items);
        Assert.Empty(telemetry.With("Cannot"));
        string[] damages = ["[{", "[]", "null", stored.Replace("areas", "others", StringComparison.Ordinal)];
        foreach (var damaged in damages)
        {
            File.WriteAllText(StoredFile, damaged);
            Assert.Empty(Empty().List().Items);
            Assert.Equal(CardCursor.Start, Empty().CursorOf(North));
        }
        Assert.NotEmpty(telemetry.With("Cannot read the cards in"));
    }

    [Fact]
    public void What_another_version_has_kept_is_read_from_its_area_again()
    {
        Empty().Apply(North, APage(7, ACard()));
        var stored = File.ReadAllText(StoredFile);
        var now = $"\"version\":{Accepts.Here.WireVersion},";
        Assert.Contains(now, stored, StringComparison.Ordinal);
        foreach (var version in (int[])[Accepts.Here.WireVersion - 1, Accepts.Here.WireVersion + 1])
        {
            File.WriteAllText(StoredFile, stored.Replace(now, $"\"version\":{version},", StringComparison.Ordinal));
            Assert.Empty(Empty().List().Items);
            Assert.Equal(CardCursor.Start, Empty().CursorOf(North));
        }
        File.WriteAllText(StoredFile, stored);
        Assert.Single(Empty().List().Items);
    }

    [Fact]
    public void A_file_that_can_be_neither_read_nor_written_stops_nothing_and_is_named_in_the_log()
    {
        // Nobody can open a folder as a file, not even an administrator.
        var inTheWay = Directory.CreateDirectory(StoredFile);
        var cards = Empty();
        Assert.Single(telemetry.With($"Cannot read the cards in {StoredFile}"));
        foreach (var number in (int[])[1, 2]) cards.Apply(North, APage(number, ACard()));
        Assert.Equal(2, cards.List().Items.Length);
        Assert.Single(telemetry.With($"Cannot keep cards in {StoredFile}"));
        inTheWay.Delete();
        cards.Apply(North, APage(3, ACard()));
        Assert.Equal(3, Empty().List().Items.Length);
    }
}
