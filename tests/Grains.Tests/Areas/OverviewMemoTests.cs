using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Areas;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Areas;

/// <summary>The facts of groups that a silo remembers between looks.</summary>
public sealed class OverviewMemoTests
{
    private static readonly DateOnly Today = London.DayOf(Now);
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

    [Fact]
    public async Task An_overview_is_put_together_again_only_when_something_in_it_has_changed()
    {
        var memo = new OverviewMemo(rows);
        var tea = rows.Put("Tea");
        var groups = await memo.Read();
        var first = memo.Prepare((Today, 0), groups, [], 0, Now);
        Assert.Same(first, memo.Prepare((Today, 0), await memo.Read(), [], 0, Now.AddMinutes(1)));
        var late = memo.Prepare((Today, 1), groups, [], 0, Now);
        var nextDay = memo.Prepare((Today, 1), groups, [], 0, Now.AddDays(1));
        var earlier = memo.Prepare((Today, 1), groups, [], 0, Now);
        rows.Put("Walk", tea);
        var renamed = memo.Prepare((Today, 1), await memo.Read(), [], 0, Now);
        Assert.Equal("Walk", Assert.Single(renamed.Overview!.Items).Name);
        Assert.Equal(5, new[] { first, late, nextDay, earlier, renamed }.DistinctBy(one => one.Id).Count());
    }

    [Fact]
    public void An_overview_names_each_lead_and_is_another_when_one_changes_their_name()
    {
        var memo = new OverviewMemo(rows);
        ImmutableArray<GroupFacts> groups =
        [
            new() { Id = TheGroup, Name = "Art", Leads = [Lead, Person(2)] },
            new() { Id = new(Guid.CreateVersion7()), Name = "Tea", Leads = [Person(3)] },
        ];
        var before = memo.Prepare((Today, 0), groups, ["Robin", null, "Sam"], 0, Now);
        var after = memo.Prepare((Today, 0), groups, ["Robin", null, "Alex"], 1, Now);
        Assert.Equal(
            [new NamedPerson(Lead, "Robin"), new(Person(2), null), new(Person(3), "Alex")],
            after.Overview!.Items.SelectMany(item => item.Leads));
        Assert.NotEqual(before.Id, after.Id);
    }

    [Fact]
    public void Names_are_read_again_once_one_may_have_changed_here_or_elsewhere()
    {
        var memo = new OverviewMemo(rows);
        ImmutableArray<GroupFacts> groups = [new() { Id = TheGroup, Name = "Art", Leads = [Lead] }];
        var counted = (Today, 0);
        Assert.Null(memo.Find(counted, groups, 7, Now));
        var first = memo.Prepare(counted, groups, ["Robin"], 7, Now);
        var almost = Now + PreparedOverview.NamesHold - TimeSpan.FromTicks(1);
        Assert.Same(first, memo.Find(counted, groups, 7, almost));
        Assert.Null(memo.Find(counted, groups, 8, Now));
        Assert.Null(memo.Find(counted, [.. groups], 7, Now));
        Assert.Null(memo.Find((Today, 1), groups, 7, Now));
        var later = Now + PreparedOverview.NamesHold;
        Assert.Null(memo.Find(counted, groups, 7, later));
        Assert.Same(first, memo.Prepare(counted, groups, ["Robin"], 8, later));
        Assert.Same(first, memo.Find(counted, groups, 8, later));
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
