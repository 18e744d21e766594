using CsCheck;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>Document ids: one for each document, like beside like, and few of them unused.</summary>
public sealed class DocumentIdsTests
{
    private const int Many = 50_000;

    [Fact]
    public void No_two_documents_have_the_same_id() =>
        Gen.Int[0, 1_000_000].Array[1, 2_000].Sample(choices =>
        {
            var ids = new DocumentIds();
            var inUse = new List<int>();
            foreach (var choice in choices)
            {
                if (choice % 3 > 0 || inUse.Count == 0)
                {
                    inUse.Add(ids.Take(choice));
                    continue;
                }
                var at = choice % inUse.Count;
                ids.Return(inUse[at]);
                inUse.RemoveAt(at);
            }
            Assert.Distinct(inUse);
            Assert.All(inUse, id => Assert.InRange(id, 0, ids.Capacity - 1));
        });

    [Fact]
    public void Similar_documents_get_adjacent_ids_when_there_are_many()
    {
        var ids = new DocumentIds();
        var taken = Enumerable.Range(0, Many).Select(at => (Likeness: at % 10, Id: ids.Take(at % 10))).ToList();
        var alike = taken.Skip(33_000).GroupBy(one => one.Id / 64, one => one.Likeness);
        Assert.All(alike, block => Assert.Single(block.Distinct()));
    }

    [Fact]
    public void Few_ids_are_unused_however_different_the_documents_are()
    {
        var ids = new DocumentIds();
        foreach (var at in Enumerable.Range(0, Many)) ids.Take(at * 7919);
        Assert.InRange(ids.Capacity, Many, Many + 1024 * 64);
    }

    [Fact]
    public void Documents_that_change_over_and_over_need_no_more_ids()
    {
        var ids = new DocumentIds();
        var inUse = new Queue<int>(Enumerable.Range(0, Many).Select(at => ids.Take(at)));
        for (var round = 1; round < 5; round++)
        {
            for (var at = 0; at < Many; at++)
            {
                ids.Return(inUse.Dequeue());
                inUse.Enqueue(ids.Take(round * 31));
            }
        }
        Assert.InRange(ids.Capacity, Many, Many * 3 / 2 + 1024 * 64);
    }
}
