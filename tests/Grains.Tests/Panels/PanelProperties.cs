using System.Collections.Immutable;
using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Grains.Panels;
using static PeerNet.Grains.Tests.Panels.Panels;

namespace PeerNet.Grains.Tests.Panels;

/// <summary>Whatever sheets come in, and in whatever order.</summary>
public sealed class PanelProperties
{
    private static readonly Gen<CountedThumbs> SomeThumbs =
        from place in Gen.Int[0, 2]
        from up in Gen.Int[-1, 25]
        from middle in Gen.Int[0, 25]
        from down in Gen.Int[0, 25]
        from reasons in Gen.Int[0, 2]
        select Thumbs(place, up, middle, down, [.. Enumerable.Repeat("Say it again.", reasons)]);

    private static readonly Gen<EnterSheet> GoodSheet =
        Gen.Select(SomeThumbs, SomeThumbs, (one, other) => new EnterSheet
        {
            SheetId = Mine,
            Answers = [Good(one, 0), Good(other, 1)],
        });

    private static readonly int[] Candidates = [0, 1, 2];

    [Fact]
    public void The_order_in_which_sheets_come_in_does_not_matter()
    {
        var orders = Gen.Select(GoodSheet.Array[3], Gen.Shuffle(Candidates), Gen.Bool);
        orders.Sample((sheets, order, isTwice) =>
        {
            var straight = Entered(sheets, [0, 1, 2]);
            var shuffled = Entered(sheets, isTwice ? [.. order, .. order] : [.. order]);
            Assert.True(PeerNetJson.Same(straight, shuffled));
        }, iter: 1000);
    }

    [Fact]
    public void No_record_ever_holds_a_sheet_with_other_questions()
    {
        var anything = Gen.Select(SomeThumbs.Array[0, 3], Gen.Int[0, 4], Gen.Bool);
        anything.Array[1, 12].Sample(acts =>
        {
            var panel = AnAgreed();
            foreach (var (answers, letter, overwrites) in acts)
            {
                var sheet = new EnterSheet { SheetId = Mine, Answers = [.. answers] };
                var version = overwrites ? IfMatch.Any : IfMatch.None;
                if (panel.Enter((Candidate)letter, sheet, version).Refused(out _, out var next)) continue;
                Assert.All(next.Sheets, one =>
                    Assert.Equal([IdAt(0), IdAt(1)], one.Answers.Select(answer => answer.QuestionId)));
                Assert.All(next.Sheets.SelectMany(one => one.Answers), answer =>
                    Assert.InRange(answer.Up + answer.Middle + answer.Down, 0, 60));
                Assert.True(next.Sheets.Length <= 3);
                Assert.Same(next, next.Enter((Candidate)letter, sheet, version).Yes());
                panel = next;
            }
        }, iter: 1000);
    }

    private static Panel Entered(EnterSheet[] sheets, ImmutableArray<int> order) =>
        order.Aggregate(AnAgreed(), (panel, at) => panel.Enter((Candidate)at, sheets[at]).Yes());

    private static CountedThumbs Good(CountedThumbs thumbs, int place)
    {
        return Thumbs(
            place, Math.Clamp(thumbs.Up, 0, 20), Math.Clamp(thumbs.Middle, 0, 20), Math.Clamp(thumbs.Down, 0, 20));
    }
}
