using System.Text;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>Finding a person by what they sign in with.</summary>
public abstract partial class StorageSuite
{
    [Fact]
    public async Task An_address_is_found_as_people_type_it_and_first_with_whoever_has_shown_that_it_is_theirs()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await database.ApplySchema(Ended);
        var rows = new SignInRows(database);
        Guid[] people = [.. Enumerable.Range(0, 4).Select(number => Guid.CreateVersion7(Monday.AddDays(number)))];
        await Store(database, people[0], """{"profile":{"contact":{"email":"Sam@Example.invalid"} } }""");
        await Store(database, people[1], """{"profile":{"contact":{"email":"robin@example.invalid"} } }""");
        await Store(database, people[2], """{"profile":{"contact":null},"signInAddress":"robin@example.invalid"}""");
        await Store(database, people[3], """{"profile":{"contact":{"email":"sam@example.invalid"} } }""");

        Assert.Equal(people[0], await rows.FindMember(Typed(" SAM@example.invalid")));
        Assert.Equal(people[2], await rows.FindMember(Typed("robin@example.invalid")));
        Assert.Null(await rows.FindMember(Typed("somebody@example.invalid")));
        Assert.Null(await rows.FindMember(Typed("%@example.invalid")));
    }

    [Fact]
    public async Task An_address_in_the_profile_of_somebody_who_has_shown_another_to_be_theirs_finds_nobody()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await database.ApplySchema(Ended);
        var rows = new SignInRows(database);
        Guid[] people = [.. Enumerable.Range(0, 2).Select(number => Guid.CreateVersion7(Monday.AddDays(number)))];
        await Store(
            database, people[0],
            """{"profile":{"contact":{"email":"y@example.invalid"} },"signInAddress":"x@example.invalid"}""");

        Assert.Equal(people[0], await rows.FindMember(Typed("x@example.invalid")));
        Assert.Null(await rows.FindMember(Typed("y@example.invalid")));
        await Store(database, people[1], """{"profile":{"contact":{"email":"y@example.invalid"} } }""");
        Assert.Equal(people[1], await rows.FindMember(Typed("y@example.invalid")));
    }

    [Fact]
    public async Task An_account_is_found_with_whoever_linked_it()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        await database.ApplySchema(Ended);
        var rows = new SignInRows(database);
        Guid[] people = [.. Enumerable.Range(0, 2).Select(number => Guid.CreateVersion7(Monday.AddDays(number)))];
        await Store(database, people[0], """{"sessions":[]}""", "sessions");
        await Store(database, people[1], """{"account":{"digest":"7"} }""", "sessions");
        await Store(database, Guid.CreateVersion7(), """{"account":{"digest":"8"} }""");

        Assert.Equal(people[1], await rows.FindMember(new AccountDigest("7")));
        Assert.Null(await rows.FindMember(new AccountDigest("8")));
    }

    private static EmailAddress Typed(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException();

    private static async Task Store(
        AreaDatabase database, Guid person, string record, string kind = "member")
    {
        await database.Rows.Write(
            """
            INSERT INTO OrleansStorage(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString,
            PayloadBinary, ModifiedOn, Version)
            SELECT 'peernet', @kind, 0, 0, @key, @payload, CURRENT_TIMESTAMP, 1
            """,
            [[
                ("kind", kind), ("key", $"{AreaUnderTest.Home}/{kind}/{person}"),
                ("payload", Encoding.UTF8.GetBytes($$$"""{"record":{{{record}}}}""")),
            ]]);
    }

    private static string SomeStoredSessions(int number)
    {
        return number % 2 == 0
            ? """{"record":{"sessions":[]}}"""
            : $$$"""{"record":{"account":{"digest":"{{{number}}}"} } }""";
    }

    private static string AStoredMember(int number)
    {
        return number % 2 == 0
            ? $$$"""{"record":{"signInAddress":"{{{number}}}@example.invalid"}}"""
            : $$$"""{"record":{"profile":{"contact":{"email":"{{{number}}}@example.invalid"} } } }""";
    }
}
