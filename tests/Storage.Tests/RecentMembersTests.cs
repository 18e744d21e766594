using System.Reflection;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Storage.Tests;

/// <summary>Members' records that a silo has just read.</summary>
public sealed class RecentMembersTests
{
    private static readonly MemberId Sam = new(Guid.CreateVersion7()), Nobody = new(Guid.CreateVersion7());

    private readonly FakeTimeProvider clock = new();
    private readonly IAreaRows rows = DispatchProxy.Create<IAreaRows, Rows>();
    private readonly RecentMembers members;

    public RecentMembersTests() =>
        members = new(rows, new(NullLogger<UnreadableRows>.Instance), clock);

    private int Reads => ((Rows)(object)rows).Reads;

    [Fact]
    public async Task A_record_is_read_once_in_two_seconds_whether_or_not_there_is_one()
    {
        Assert.Equal([Sam], (await members.Find([Sam, Nobody])).Keys);
        clock.Advance(RecentMembers.Lifetime - TimeSpan.FromMilliseconds(1));
        Assert.Equal([Sam], (await members.Find([Sam, Nobody])).Keys);
        Assert.Equal(1, Reads);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([Sam], (await members.Find([Sam])).Keys);
        Assert.Equal(2, Reads);
    }

    [Fact]
    public async Task A_record_that_has_been_written_is_read_again()
    {
        await members.Find([Sam]);
        members.Forget(Sam);
        await members.Find([Sam]);
        Assert.Equal(2, Reads);
    }

    [Fact]
    public async Task What_was_read_before_a_change_and_arrives_after_it_is_not_used_again()
    {
        ((Rows)(object)rows).Meanwhile = () => members.Forget(Sam);
        await members.Find([Sam]);
        ((Rows)(object)rows).Meanwhile = () => { };
        await members.Find([Sam]);
        Assert.Equal(2, Reads);
    }

    /// <summary>An area in which only Sam has a record.</summary>
    public class Rows : DispatchProxy
    {
        internal int Reads { get; private set; }

        internal Action Meanwhile { get; set; } = () => { };

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name != nameof(IAreaRows.Members)) throw new NotSupportedException();
            Reads++;
            var row = new AreaRow(Sam.Value, Encoding.UTF8.GetBytes($$"""{"version":1,"record":{"id":"{{Sam}}"} }"""));
            Meanwhile();
            return Task.FromResult<IReadOnlyList<AreaRow>>([row]);
        }
    }
}
