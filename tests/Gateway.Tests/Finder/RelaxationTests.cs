using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Which filters the finder leaves out when nothing fits.</summary>
public sealed class RelaxationTests
{
    private static readonly FinderQuery Ten = new()
    {
        Words = ["tea"],
        Areas = [new("east-sussex")],
        NotDays = 1,
        Topics = ["grief"],
        For = ["women"],
        Languages = ["en"],
        Towns = ["lewes"],
        NotAreas = [new("west-sussex")],
        NotTopics = ["music"],
        NotFor = ["men"],
    };

    [Fact]
    public void The_smallest_that_find_something_come_first()
    {
        var found = Relaxation.Of(Ten, query => query.Topics.Count == 0 && query.For.Count == 0 ? 3 : 0);
        Assert.Equal(["for", "topic"], Assert.Single(found).Dropped.Order());
    }

    [Fact]
    public void Where_half_of_many_filters_have_to_go_something_is_found_all_the_same()
    {
        ImmutableArray<string> bad = ["text", "topic", "for", "language", "town", "notDay"];
        var searches = 0;
        var found = Relaxation.Of(Ten, query =>
        {
            searches++;
            return query.Filters().Any(filter => bad.Contains(filter.Name)) ? 0 : 2;
        });
        var one = Assert.Single(found);
        Assert.Equal(bad.Order(), one.Dropped.Order());
        Assert.Equal(2, one.Total);
        Assert.InRange(searches, 1, 280);
    }
}
