using System.Collections.Immutable;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Faults.Tests.Processes;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>
/// Somebody who writes all the time and keeps what was acknowledged. One subject (a person's mark, a person's
/// membership) belongs to one scribe.
/// A request that had to be sent again is the last one about its subject: its earlier twin may still be on its way, and
/// would undo a later one.
/// </summary>
internal sealed class Scribe(
    AreaUnderTest area, Group group, Random random, IReadOnlyList<MemberId> people, IReadOnlyList<MemberId> comers)
{
    private readonly List<MemberId> comers = [.. comers];
    private readonly HashSet<(MeetingId, MemberId)> marked = [];
    private readonly Sender lead = area.As(group.Lead);

    /// <summary>Writes until it is enough.</summary>
    public async Task Write(Func<bool> enough)
    {
        while (!enough())
        {
            await (random.Next(10) switch
            {
                < 4 => LogAMeeting(),
                < 7 => MarkOneself(),
                < 9 => ComeOrGo(),
                _ => BringSomebodyNew(),
            });
        }
    }

    private async Task LogAMeeting()
    {
        var id = new MeetingId(Guid.CreateVersion7());
        var path = $"/api/v1/meetings/{id}";
        var order = group.People.OrderBy(_ => random.Next()).ToImmutableArray();
        var log = new RecordMeeting
        {
            GroupId = group.Id,
            HeldOn = group.Today.AddDays(-random.Next(1, 80)),
            StartsAt = group.NextStart(),
            Present = order[..random.Next(1, 12)],
            Apologies = order[12..random.Next(12, 16)],
            Absent = order[16..random.Next(16, 20)],
            Unnamed = new(Newcomers: random.Next(1, 5), Carers: random.Next(3)),
            Notes = $"Note {random.Next()}",
        };
        await Say(id, $"{path}/record", log, _ => ExpectedMeeting.Of(id, log));
        foreach (var person in order[20..(20 + random.Next(4))]) await Mark(
            id, person, new(random.Next(2) == 0 ? Contracts.Meetings.Mark.Present : Contracts.Meetings.Mark.Absent));
        if (random.Next(2) == 0) await Mark(id, order[25], new(Contracts.Meetings.Mark.Present, UnnamedKind.Newcomers));
        if (random.Next(2) == 0)
        {
            var counted = new Unnamed(Newcomers: log.Unnamed.Newcomers + 1, Visitors: random.Next(9));
            await Say(id, $"{path}/headcount", counted, told => told.CountedAgain(counted));
        }
        if (random.Next(3) == 0)
        {
            var correction = (
                Id: new CorrectionId(Guid.CreateVersion7()),
                Body: new CorrectMeeting { Why = "It was noted wrongly.", Notes = $"Note {random.Next()}" });
            await Say(
                id,
                $"{path}/corrections/{correction.Id}",
                correction.Body,
                told => told.Corrected(correction.Id, correction.Body));
        }
        // A phone that did not hear the answer sends the whole log once more, however much later.
        if (random.Next(2) == 0) await Say(id, $"{path}/record", log, told => told);
    }

    private Task Mark(MeetingId id, MemberId person, MarkAttendance mark) =>
        Say(id, $"/api/v1/meetings/{id}/attendance/{person}", mark, told => told.Marked(person, mark));

    private async Task Say(MeetingId id, string path, object body, Func<ExpectedMeeting, ExpectedMeeting> means)
    {
        var answer = await lead.Insist(HttpMethod.Put, path, body);
        if (!answer.Acknowledged) return;
        var told = group.Meetings.AddOrUpdate(id, _ => means(null!), (_, before) => means(before));
        var version = answer.As<MeetingDetails>().Version;
        if (version != told.Version) group.Contradictions.Enqueue(new(
            version < told.Version ? Wrong.Lost : Wrong.Doubled,
            $"{path} was answered with version {version} instead of {told.Version}"));
    }

    private async Task MarkOneself()
    {
        var evening = group.Shared[random.Next(group.Shared.Count)];
        var person = people[random.Next(people.Count)];
        if (!marked.Add((evening, person))) return;
        var mark = new MarkAttendance(Contracts.Meetings.Mark.Present);
        var answer =
            await area.As(person).Insist(HttpMethod.Put, $"/api/v1/meetings/{evening}/attendance/{person}", mark);
        if (answer.Acknowledged)
            group.Meetings.AddOrUpdate(evening, _ => null!, (_, before) => before.Marked(person, mark));
    }

    private async Task ComeOrGo()
    {
        if (comers.Count == 0) return;
        var person = comers[random.Next(comers.Count)];
        var answer = group.Belongs[person] ? await group.Leave(person) : await group.Join(person);
        if (answer.Tries > 1) comers.Remove(person);
    }

    private async Task BringSomebodyNew()
    {
        var person = new MemberId(Guid.CreateVersion7());
        await group.MakeKnown(person);
        var answer = await group.Join(person);
        if (answer.Tries == 1) comers.Add(person);
    }
}
