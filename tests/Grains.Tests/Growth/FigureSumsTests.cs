using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>Adding figures and taking them away, number by number.</summary>
public sealed class FigureSumsTests
{
    private static readonly Figures Some = new(
        new(1, 2, 3, 4, 5, 6), new(11, 12, 13, 14, 15), new(21, 22, 23, 24, 25, 26, 27, 28))
    {
        Offers = new(31, 32, 33, 34, 35), Requests = new(41, 42, 43, 44, 45),
        Neighbours = [new(new AreaId("west-sussex"), 51, 52, 53, 54, 55, 56)],
    };

    [Fact]
    public void Figures_added_to_nothing_are_those_figures() => AreSame(Some, Figures.None.Plus(Some));

    [Fact]
    public void Figures_without_themselves_are_nothing() => AreSame(Figures.None, Some.Minus(Some));

    [Fact]
    public void What_is_added_can_be_taken_away_again() => AreSame(Some, Some.Plus(Some).Minus(Some));

    private static void AreSame(Figures expected, Figures actual)
    {
        Assert.Equal(expected.Neighbours, actual.Neighbours);
        Assert.Equal(expected with { Neighbours = [] }, actual with { Neighbours = [] });
    }
}
