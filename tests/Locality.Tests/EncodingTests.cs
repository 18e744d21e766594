using System.Text;
using PeerNet.Locality.Tests.Scanning;

namespace PeerNet.Locality.Tests;

/// <summary>The scan itself, without a network.</summary>
public sealed class EncodingTests
{
    private static readonly Canary[] Canaries =
    [
        Canary.Of("a", "name", "x", mark => $"Zoë {mark}"), Canary.Digits("a", "telephone", "x"),
        Canary.Of("a", "id", Canary.IdOf("x")),
    ];

    [Fact]
    public void Every_form_is_found_anywhere_in_a_piece()
    {
        foreach (var pattern in Canaries.SelectMany(Encodings.Of))
        {
            for (var before = 0; before < 9; before++)
            {
                var piece = new Piece(
                    "b", "somewhere", [.. Encoding.ASCII.GetBytes(new string('-', before)), .. pattern.Bytes]);
                Assert.Contains(
                    new Scan(Canaries).Of([piece]), found => found.Canary == pattern.Canary && found.IsLeak);
            }
        }
    }

    [Fact]
    public void Base64_is_found_whatever_surrounds_it()
    {
        var scan = new Scan(Canaries);
        for (var before = 0; before < 4; before++)
        {
            for (var after = 0; after < 4; after++)
            {
                var coded = Convert.ToBase64String(
                    Encoding.UTF8.GetBytes($"{new string('?', before)}{Canaries[0].Mark}{new string('~', after)}"));
                Assert.NotEmpty(scan.Of([new("b", "somewhere", Encoding.ASCII.GetBytes(coded))]));
            }
        }
    }

    [Fact]
    public void Capitals_are_found_too()
    {
        var piece = new Piece("b", "somewhere", Encoding.ASCII.GetBytes($"- {Canaries[0].Mark.ToUpperInvariant()} -"));
        Assert.Contains(new Scan(Canaries).Of([piece]), found => found.Canary == Canaries[0] && found.IsLeak);
    }

    [Fact]
    public void Eight_bytes_at_once_become_small_as_each_does_by_itself()
    {
        for (var value = 0; value <= byte.MaxValue; value++)
        {
            // Each beside one that is large where it is small, so that a carry would show.
            byte[] eight = [.. Enumerable.Range(0, 8).Select(at => (byte)(at % 2 == 0 ? value : ~value))];
            Assert.Equal(BitConverter.ToUInt64(Fold.Small(eight)), Fold.Small(BitConverter.ToUInt64(eight)));
        }
    }

    [Fact]
    public void Other_words_are_not_taken_for_a_canary()
    {
        var others = Enumerable.Range(0, 2000).Select(place => Canary.Of(
            "a",
            "name",
            $"other {place}",
            mark => mark).Text + Canary.Digits("a", "phone", $"other {place}").Text + Canary.IdOf($"other {place}"));
        Assert.Empty(new Scan(Canaries).Of([new("b", "somewhere", Encoding.UTF8.GetBytes(string.Concat(others)))]));
    }
}
