using PeerNet.Contracts;

namespace PeerNet.Storage.Tests;

/// <summary>A statement that is wrong is a bug, and must not look like an outage, which passes.</summary>
public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_row_that_a_constraint_refuses_is_a_bug()
    {
        var id = new Contracts.Members.MemberId(Guid.CreateVersion7());
        var member = Area.Grains.Member(AreaUnderTest.Home, id);
        await AskAny(Area.Database, Area.Refuse($"{AreaUnderTest.Home}/member/{id}"));
        await Assert.ThrowsAsync<StatementRefusedException>(
            () => member.Put(new() { Name = "Sam" }, IfMatch.None, By(id)));
    }

    [Fact]
    public async Task A_query_that_names_what_is_not_there_is_a_bug()
    {
        var member = await APerson();
        var area = Area.Grains.Area(AreaUnderTest.Home);
        await AskAny(Area.Database, "ALTER TABLE peernet_meeting_person RENAME TO elsewhere");
        await Assert.ThrowsAsync<StatementRefusedException>(() => area.ListAttendance(member, By(member)));
        await AskAny(Area.Database, "ALTER TABLE elsewhere RENAME TO peernet_meeting_person");
        Assert.Empty(Yes(await area.ListAttendance(member, By(member))));
    }
}
