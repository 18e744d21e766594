using System.Globalization;
using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Tests;

public sealed class TextRuleTests
{
    private static readonly TextRule Line = TextRule.Line(10), Lines = TextRule.Lines(10);

    [Theory]
    [InlineData("Tea")]
    [InlineData("Căn nhà")]
    [InlineData("C\u0061\u0306n nha\u0300")]
    [InlineData("\u0627\u0644\u0628\u064a\u062a")]
    [InlineData("\u200fbayit\u200e")]
    [InlineData("☕")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    public void A_line_is_anything_that_people_write(string text) => Assert.True(Line.Allows(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u00a0\u2003\u3000")]
    [InlineData("\u200b\u200c\u200d\u2060\ufeff")]
    [InlineData("\u00ad")]
    [InlineData("\u034f")]
    [InlineData("\u115f\u1160\u3164\uffa0")]
    [InlineData("\u2800")]
    [InlineData("\u180e\ufe0f")]
    [InlineData("\u0301")]
    [InlineData("\U000E0041")]
    public void A_line_has_something_to_see(string text) => Assert.False(Line.Allows(text));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\u000b")]
    [InlineData("\u000c")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\0")]
    [InlineData("\t")]
    [InlineData("\u001b")]
    [InlineData("\u007f")]
    [InlineData("\u009f")]
    [InlineData("\u202e")]
    [InlineData("\u202a")]
    [InlineData("\u2066")]
    [InlineData("\u2069")]
    [InlineData("\ufffe")]
    public void A_line_neither_breaks_nor_turns(string character)
    {
        Assert.False(Line.Allows($"a{character}b"));
        Assert.False(Line.Allows($"ab{character}"));
    }

    // Attributes cannot carry half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        foreach (var text in (string[])["a\ud83d", "\ude00a", "\ude00\ud83d", "a\ud83db"])
        {
            Assert.False(Line.Allows(text));
            Assert.False(Lines.Allows(text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\tb")]
    [InlineData("a\u2028b")]
    public void Lines_break(string text) => Assert.True(Lines.Allows(text));

    [Theory]
    [InlineData("a\rb")]
    [InlineData("a\u000bb")]
    [InlineData("a\u0085b")]
    [InlineData("a\0b")]
    [InlineData("a\u202eb")]
    [InlineData("a\u2067b")]
    public void Lines_have_no_other_control_characters(string text) => Assert.False(Lines.Allows(text));

    [Fact]
    public void Some_lines_have_something_to_see()
    {
        Assert.False(TextRule.SomeLines(10).Allows("\n\u200b"));
        Assert.True(TextRule.SomeLines(10).Allows("\na"));
    }

    [Theory]
    [InlineData("https://example.org/j/1", true)]
    [InlineData("https://example.org/j/1\u200e", false)]
    [InlineData("https://exa\u00admple.org", false)]
    [InlineData("https://example.org/a b", false)]
    public void An_address_has_nothing_in_it_that_nobody_sees(string text, bool isAddress)
    {
        Assert.Equal(isAddress, HttpsAddress.Is(text));
        Assert.Equal(isAddress, MemberFields.IsEmail($"robin@{text[8..]}"));
    }

    [Fact]
    public void Length_is_counted_as_readers_count()
    {
        foreach (var one in (string[])["a", "é", "e\u0301", "👍🏽", "👨‍👩‍👧‍👦", "각"])
        {
            Assert.True(Line.Allows(string.Concat(Enumerable.Repeat(one, 10))), one);
            Assert.False(Line.Allows(string.Concat(Enumerable.Repeat(one, 11))), one);
        }
    }

    [Fact]
    public void A_letter_under_a_thousand_marks_is_refused()
    {
        Assert.True(Line.Allows("a" + new string('\u0301', 31)));
        Assert.False(Line.Allows("a" + new string('\u0301', 32)));
        Assert.False(TextRule.Lines(4000).Allows("a" + new string('\u0301', 1000)));
    }

    [Fact]
    public void What_a_rule_allows_is_bounded_in_every_unit()
    {
        Gen.OneOf("a", "\u0301", "\u200d", "👨‍👩‍👧‍👦", "\n", "é", "\u202e", "\ud83d", "क्ष").Array[0, 60]
            .Select(string.Concat).Sample(text =>
            {
                if (!Line.Allows(text)) return;
                Assert.InRange(new StringInfo(text).LengthInTextElements, 1, 10);
                Assert.InRange(text.Length, 1, Line.MaxUnits);
                Assert.DoesNotContain('\n', text);
            }, iter: 2_000);
    }
}
