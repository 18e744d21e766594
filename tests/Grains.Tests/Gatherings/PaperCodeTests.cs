using CsCheck;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Codes on paper.</summary>
public sealed class PaperCodeTests
{
    private static readonly Gen<string> SomeSigns = Gen.Char[PaperCode.Signs].Array[PaperCode.SlipLength - 1]
        .Select(signs => new string(signs));

    [Fact]
    public void The_last_sign_is_the_check_of_the_others()
    {
        Assert.Equal('3', PaperCode.CheckOf("K7P2M9X"));
        Assert.True(PaperCode.TryRead("K7P2M9X3", PaperCode.SlipLength, out var code));
        Assert.Equal("K7P2 M9X3", PaperCode.Printed(code));
    }

    [Fact]
    public void No_wrong_sign_and_no_swap_of_neighbours_makes_another_code()
    {
        var places = Gen.Int[0, PaperCode.SlipLength - 1];
        Gen.Select(SomeSigns, places, Gen.Char[PaperCode.Signs]).Sample((signs, at, other) =>
        {
            var code = signs + PaperCode.CheckOf(signs);
            Assert.True(IsCode(code));
            Assert.Equal(code[at] == other, IsCode($"{code[..at]}{other}{code[(at + 1)..]}"));
            if (at == 0) return;
            var swapped = $"{code[..(at - 1)]}{code[at]}{code[at - 1]}{code[(at + 1)..]}";
            Assert.Equal(code[at] == code[at - 1], IsCode(swapped));
        });
    }

    [Theory]
    [InlineData("k7p2 m9x3", true)]
    [InlineData(" K7P2-M9X3 ", true)]
    [InlineData("K7P2M9X4", false)]
    [InlineData("K7P2M9X", false)]
    [InlineData("K7P2M9XA", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Spaces_hyphens_and_small_letters_do_not_matter(string? typed, bool isCode) =>
        Assert.Equal(isCode, PaperCode.TryRead(typed, PaperCode.SlipLength, out _));

    [Fact]
    public void Codes_follow_from_the_key_alone_and_have_no_vowels()
    {
        var table = new Table(At(1), Animal.Otter, 60, 60);
        string[] codes = [.. new PaperKey([1, 2, 3]).SlipsOf(table)];
        Assert.Equal(codes, new PaperKey([1, 2, 3]).SlipsOf(table));
        Assert.Equal(codes[..6], new PaperKey([1, 2, 3]).SlipsOf(table with { Slips = 6 }));
        Assert.Equal(60, codes.Distinct().Count());
        Assert.All(codes, code => Assert.True(IsCode(code)));
        Assert.Empty(string.Concat(codes).Intersect("AEIOU01"));
        Assert.Empty(codes.Intersect(new PaperKey([1, 2, 4]).SlipsOf(table)));
        Assert.Empty(codes.Intersect(new PaperKey([1, 2, 3]).SlipsOf(table with { Id = At(2) })));
    }

    private static bool IsCode(string code) => PaperCode.TryRead(code, PaperCode.SlipLength, out _);
}
