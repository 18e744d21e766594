using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Tests.Areas;

/// <summary>The facts of groups that a silo remembers between looks.</summary>
public sealed class OverviewMemoTests
{
    private readonly Changes rows = new();

    [Fact]
    public async Task Each_look_reads_only_what_has_changed_since_the_last_and_sees_all()
    {
        var memo = new OverviewMemo(rows);
        Assert.Empty(await memo.Read());
        var tea = rows.Put("Tea");
        rows.Put("Art");
        Assert.Equal(["Art", "Tea"], Names(await memo.Read()));
        rows.Put("Walk", tea);
        Assert.Equal(["Art", "Walk"], Names(await memo.Read()));
        rows.Put(null, tea);
        Assert.Equal(["Art"], Names(await memo.Read()));
        Assert.Equal(["Art"], Names(await memo.Read()));
        Assert.Equal([0, 0, 2, 3, 4], rows.Asked);
    }

    [Fact]
    public async Task Two_looks_at_once_that_read_the_same_changes_agree_and_the_older_loses()
    {
        var memo = new OverviewMemo(rows);
        var tea = rows.Put("Tea");
        rows.Hold();
        var slow = memo.Read();
        rows.Put("Walk", tea);
        Assert.Equal(["Walk"], Names(await memo.Read()));
        rows.Release();
        Assert.Equal(["Walk"], Names(await slow));
        Assert.Equal(["Walk"], Names(await memo.Read()));
    }

    private static IEnumerable<string> Names(IEnumerable<GroupFacts> facts) => facts.Select(one => one.Name);

    private sealed class Changes : IOverviewRows
    {
        private readonly Dictionary<Guid, OverviewChange> groups = [];
        private TaskCompletionSource? held;
        private long last;

        public List<long> Asked { get; } = [];

        public Guid Put(string? name, Guid? group = null)
        {
            var id = group ?? Guid.CreateVersion7();
            var facts = name is null ? null : new GroupFacts { Id = new GroupId(id), Name = name };
            groups[id] = new(id, ++last, facts);
            return id;
        }

        public void Hold() => held = new();

        public void Release() => held!.SetResult();

        public async Task<IReadOnlyList<OverviewChange>> After(long change)
        {
            Asked.Add(change);
            var found = groups.Values.Where(one => one.Change > change).OrderBy(one => one.Change).ToList();
            // Only the first look waits.
            if (held is { } wait && Asked.Count == 1) await wait.Task;
            return found;
        }
    }
}
