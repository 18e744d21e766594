using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Grains.Durability;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly (string Query, string Index)[] Queries =
    [
        (AreaRows.GroupById, "peernet_row_by_id"),
        (AreaRows.GroupsAfter, "peernet_row_by_id"),
        (AreaRows.ById, "peernet_row_by_id"),
        (AreaRows.GroupsByTag, "peernet_group_by_tag"),
        (AreaRows.MeetingsByDay, "peernet_meeting_by_day"),
        (AreaRows.MeetingsByPerson, "peernet_row_by_id"),
        (AreaRows.SeatsByMember, "peernet_seat_by_member"),
        (AreaRows.DueMessages, "peernet_row_by_id"),
        (OfferRows.OpenOffers, "peernet_offer_by_last_day"),
        (OfferRows.OffersByGroup, "peernet_offer_by_group"),
        (OfferRows.EndingOffers, "peernet_offer_by_last_day"),
        (GatheringRows.GatheringsByGroup, "peernet_row_by_id"),
        (GatheringRows.GatheringsFrom, "peernet_row_by_id"),
        (GatheringRows.GatheringsWithComing, "peernet_gathering_by_state"),
        (GrowthRecords.MeetingsOfGroup, "peernet_meeting_by_"),
        (GrowthRecords.OffersOfGroup, "peernet_offer_by_group"),
        (WorryRows.OldestWorries, "peernet_worry_by_state"),
        (WorryRows.NewestWorries, "peernet_worry_by_state"),
        (WorryRows.WorriesByWriter, "peernet_worry_by_writer"),
        (WorryRows.WorriesNaming, "peernet_worry_by_person"),
        (BarrierRows.OpenBarriers, "peernet_barrier_by_state"),
        (BarrierRows.SettledBarriers, "peernet_barrier_by_state"),
        (BarrierRows.BarriersOfGathering, "peernet_barrier_by_gathering"),
        (BarrierRows.AnswersOfYear, "peernet_barrier_by_state"),
        (BarrierRows.NewestOfKind, "peernet_row_by_id"),
        (NextStepRows.UnfinishedSteps, "peernet_next_step_by_state"),
        (NextStepRows.KeptSteps, "peernet_next_step_by_state"),
        (NextStepRows.StepsOfGathering, "peernet_next_step_by_gathering"),
        (SentenceRows.NewestSentences, "peernet_row_by_id"),
        (LinkedRoomRows.Invitations, "peernet_row_by_id"),
        (LinkedRoomRows.InvitationsOfHost, "peernet_row_by_id"),
        (LensRows.NewestLenses, "peernet_row_by_id"),
        (PracticeRows.WaitingPractices, "peernet_practice_by_state"),
        (PracticeRows.ShownPractices, "peernet_practice_by_state"),
        (PanelRows.PanelsOfGroup, "peernet_panel_by_day"),
        (PanelRows.HeldPanels, "peernet_panel_by_day"),
        (AreaRows.HeldByGroup, "peernet_meeting_by_"),
        (SignInRows.MemberByAddress, "peernet_member_by_sign_in"),
        (SignInRows.MemberByAddress, "peernet_member_by_email"),
        (SignInRows.MemberByAccount, "peernet_sessions_by_account"),
        (LinkRows.DueLetters, "peernet_message_by_age"),
        (LinkRows.ChangesAfter, "peernet_row_by_id"),
        (LinkRows.ChangesBefore, "peernet_row_by_id"),
        (LinkRows.OpenCards, "peernet_ledger_open"),
    ];

    [Fact]
    public async Task In_a_large_area_each_query_uses_its_index_and_a_history_is_complete()
    {
        await using var database = AreaDatabase.Open(await Area.FreshDatabase());
        var person = Guid.CreateVersion7();
        await Fill(database, person);

        Assert.Equal(150, (await new AreaRows(database).MeetingsNaming(person)).Count);
        foreach (var (query, index) in Queries.Append((GrowthRows.FiguresOfScope, Area.KeyOfGrowth)))
        {
            var plan = await Plan(database, query);
            Assert.True(plan.Contains(index, StringComparison.Ordinal), $"{query}\nshould use {index}:\n{plan}");
            Assert.False(
                plan.Contains(Area.FullScan, StringComparison.Ordinal), $"{query}\nshould not read every row:\n{plan}");
        }
    }

    /// <summary>
    /// 20 groups of 10 people with 150 meetings each, and seats, offers, gatherings, worries, barriers, steps,
    /// sentences, practices, panels, messages and a ledger.
    /// </summary>
    private static async Task Fill(AreaDatabase database, Guid person)
    {
        await database.ApplySchema(Ended);
        await AreaClaim.Claim(database, AreaUnderTest.Home);
        Guid[][] groups = [.. Enumerable.Range(0, 20).Select(_ => Ten())];
        groups[7][3] = person;
        var rows = Enumerable.Range(0, 500).Select(number => ("group", Waiting(number)))
            .Concat(Enumerable.Range(0, 3000).Select(number => ("meeting", AMeeting(number, groups[number % 20]))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("support-offer", AStoredOffer(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("gathering", AStoredGathering(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("worry", AStoredWorry(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("barrier", AStoredBarrier(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("next-step", AStoredStep(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("sentences", SomeStoredSentences(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("practice", AStoredPractice(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("panel", AStoredPanel(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("member", AStoredMember(number))))
            .Concat(Enumerable.Range(0, 1000).Select(number => ("sessions", SomeStoredSessions(number))))
            .Concat(Enumerable.Range(0, 500)
                .Select(_ => ("seat", $$$"""{"record":{"member":"{{{Guid.CreateVersion7()}}}"}}""")));
        await database.Rows.Write(
            """
            INSERT INTO OrleansStorage(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString,
            PayloadBinary, ModifiedOn, Version)
            SELECT 'large', @kind, 0, 0, @key, @payload, CURRENT_TIMESTAMP, 1
            """,
            rows.Select(row => new (string, object?)[]
            {
                ("kind", row.Item1), ("key", $"{AreaUnderTest.Home}/{row.Item1}/{Guid.CreateVersion7()}"),
                ("payload", Encoding.UTF8.GetBytes(row.Item2)),
            }));
        await new LinkRows(database, new(NullLogger<UnreadableRows>.Instance))
            .Enter([.. Enumerable.Range(0, 1000).Select(number =>
            new PeerNet.Grains.Link.Leaving(
                $"{number}", number % 2 == 0 ? North : South, "card", Guid.CreateVersion7(), Monday, number))]);
        await database.Rows.Write(
            """
            INSERT INTO peernet_growth(scope, by_period, starts_on, kind, figures)
            VALUES (@scope, 'month', @on, 'online', '{}')
            """,
            Enumerable.Range(0, 3000).Select(number => new (string, object?)[]
            {
                ("scope", $"{number % 50}"), ("on", Sql.Day(new DateOnly(2020, 1, 1).AddMonths(number / 50))),
            }));
        await AskAny(database, "ANALYZE");
    }

    private static Guid[] Ten() => [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];

    private static string AMeeting(int number, Guid[] people)
    {
        var named = string.Join(',', people.Select(person => $"\"{person}\""));
        var day = new DateOnly(2020, 1, 1).AddDays(number / 3);
        return $$$"""
            {"record":{"groupId":"{{{people[0]}}}","heldOn":"{{{day:yyyy-MM-dd}}}",
            "originalDay":"{{{day:yyyy-MM-dd}}}",
            "entries":[{"roster":[{{{named}}}],"marks":[]}]}}
            """;
    }

    private static string Waiting(int number)
    {
        var since = $"2026-11-23T10:00:00.{number:000}+00:00";
        var outbox = number % 50 == 0 ? $$"""{"to":"{{AreaUnderTest.Home}}/member/1","since":"{{since}}"},""" : "";
        return $$$"""
            {"edition":1,"record":{"occurrenceTag":"{{{number:x12}}}"},"outbox":[{{{outbox}}}
            {"to":"area-{{{number % 5}}}/group/1","since":"{{{since}}}"}]}
            """;
    }

    private async Task<string> Plan(AreaDatabase database, string query)
    {
        (string Name, object? Value)[] parameters =
        [
            ("id", $"{Guid.CreateVersion7()}"), ("group", $"{Guid.CreateVersion7()}"),
            ("gathering", $"{Guid.CreateVersion7()}"),
            ("person", $"{Guid.CreateVersion7()}"), ("tag", "0123456789ab"),
            ("member", $"{Guid.CreateVersion7()}"), ("ids", $"{Guid.CreateVersion7()}"), ("from", "2021-01-01"),
            ("to", "2021-02-01"), ("kind", "group"),
            ("now", Sql.Instant(Monday)), ("after", 400L), ("below", 400L), ("upTo", 100L), ("limit", 10),
            ("skip", 0), ("state", "waiting"),
            ("today", "2026-11-23"), ("before", "g"), ("afterId", $"{Guid.CreateVersion7()}"),
            ("scope", "area"), ("by", "month"), ("address", "7@example.invalid"),
            ("account", "7"), ("host", "north-sussex"),
            ("year", "2026-%"), ("kinds", ",seatAsked,seatLeft,"), ("entries", "card/north-sussex/feed/"),
        ];
        var used =
            parameters.Where(parameter => query.Contains($"@{parameter.Name}", StringComparison.Ordinal)).ToArray();
        return string.Join(
            '\n', await database.Rows.Read(Area.Explain + query, row => $"{row.GetValue(row.FieldCount - 1)}", used));
    }
}
