using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Which spellings a search takes for the same. Expected values are Unicode's, not ours.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("Men‘s Sheds", "men's sheds")]
    [InlineData("Men’s Sheds", "mens sheds")]
    [InlineData("Menʼs Sheds", "men´s sheds")]
    [InlineData("Men`s Sheds", "men′s sheds")]
    [InlineData("Men＇s Sheds", "MEN‛S SHEDS")]
    [InlineData("Men\u1ffds Sheds", "men´s sheds")]
    [InlineData("Men\u1fefs Sheds", "men\u0374s sheds")]
    [InlineData("col\u0387lega", "col·lega")]
    [InlineData("Men\u00ads She\u200bds", "mens sheds")]
    [InlineData("\u202fCafé", "cafe\u0301")]
    [InlineData("Café", "CAFE")]
    [InlineData("Vi\u1ec7t Nam", "Vie\u0323\u0302t nam")]
    [InlineData("Người Đà Nẵng", "nguoi da nang")]
    [InlineData("Ngươ\u0300i", "ng\u01b0\u1eddi")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("STRA\u1e9eE", "strasse")]
    [InlineData("Ｔｅａ　ａｎｄ　ｔａｌｋ", "tea and talk")]
    [InlineData("ﬁrst ﬂoor", "first floor")]
    [InlineData("IŞIK", "ışık")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ΟΔΥΣΣΕΥΣ", "οδυσσευς")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Smørrebrød", "smorrebrod")]
    [InlineData("Æsir", "aesir")]
    [InlineData("Группа Ёлка", "группа елка")]
    [InlineData("Åse", "A\u030ase")]
    [InlineData("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("drop-in", "dropin")]
    [InlineData("drop-in", "drop in")]
    [InlineData("dropin", "drop-in")]
    [InlineData("drop in", "drop-in")]
    [InlineData("drop\u2010in", "dropin")]
    [InlineData("drop\u2011in", "drop in")]
    [InlineData("drop–in", "drop-in")]
    [InlineData("one-to-one", "onetoone")]
    [InlineData("one to one", "one-to-one")]
    [InlineData("ﬁrst-aid", "firstaid")]
    public void These_are_the_same_to_a_search(string written, string sought)
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.ACard() with { Name = $"The {written} group" });
        Assert.Equal(1, Found(shelf, sought));
    }

    [Theory]
    [InlineData("Shoreham by Sea", "Shoreham-by-Sea")]
    [InlineData("Shoreham-by-Sea", "Shoreham by Sea")]
    [InlineData("Shoreham-by-Sea", "Shoreham-by-Sea")]
    [InlineData("Shoreham-by-Sea", "shorehambysea")]
    [InlineData("Shorehambysea", "Shoreham-by-Sea")]
    public void A_town_is_found_with_and_without_its_hyphens(string written, string sought)
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.ACard() with { Place = new() { Town = written } });
        shelf.Put(Shelf.ACard() with { Place = new() { Town = "Leigh-on-Sea" } });
        Assert.Equal(1, shelf.Find(new() { Towns = [sought] }).Total);
    }

    [Fact]
    public void Code_points_that_Unicode_never_assigns_are_left_out() =>
        Assert.Equal("tea ee", SearchFolding.Fold("Tea\ufffe\ufdd0 \U0001ffffée"));

    [Theory]
    [InlineData("drop in", "drop-out")]
    [InlineData("sixty - seventy", "sixtyseventy")]
    [InlineData("men “s” sheds", "mens")]
    [InlineData("men, sheds", "mensheds")]
    [InlineData("tea\u00a0talk", "teatalk")]
    public void These_are_not(string written, string sought)
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.ACard() with { Name = $"The {written} group" });
        Assert.Equal(0, Found(shelf, sought));
    }

    [Fact]
    public void A_compound_counts_for_relevance_wherever_it_is_split()
    {
        using var shelf = new Shelf();
        shelf.Put(Shelf.ACard() with { Name = "Tea", About = "A drop in for all" });
        var first = shelf.Put(Shelf.ACard() with { Name = "The dropin" });
        var found = shelf.Find(Query("drop-in"));
        Assert.Equal((2, first.Id), (found.Total, found.Items[0].Id));
    }

    [Fact]
    public void Every_normal_form_of_a_text_folds_alike_and_folding_again_changes_nothing()
    {
        // Normalize, which the test calls itself, refuses the code points that Unicode never assigns.
        Gen.Int[0x20, 0x2FFFF].Where(Rune.IsValid).Where(IsAssignable).Array[1, 8]
            .Select(runes => string.Concat(runes.Select(rune => new Rune(rune)))).Sample(text =>
            {
                var folded = SearchFolding.Fold(text);
                Assert.Equal(folded, SearchFolding.Fold(text.Normalize(NormalizationForm.FormC)));
                Assert.Equal(folded, SearchFolding.Fold(text.Normalize(NormalizationForm.FormD)));
                Assert.Equal(folded, SearchFolding.Fold(folded));
            }, iter: 5_000);
    }

    private static bool IsAssignable(int codePoint) =>
        (codePoint & 0xFFFE) != 0xFFFE && codePoint is < 0xFDD0 or > 0xFDEF;

    private static int Found(Shelf shelf, string sought) => shelf.Find(Query(sought)).Total;

    private static FinderQuery Query(string sought)
    {
        return new QueryParser(new QueryCollection(new Dictionary<string, StringValues> { ["text"] = sought }))
            .Parse(new HashSet<Contracts.Areas.AreaId>());
    }
}
