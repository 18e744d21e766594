using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.Areas;

/// <summary>What stands in the area's rows, as it is committed now.</summary>
internal interface IAreaRows
{
    /// <summary>One group, or null.</summary>
    Task<AreaRow?> Group(Guid id);

    /// <summary>A group's meetings in a span of days, both ends included, oldest first.</summary>
    Task<IReadOnlyList<AreaRow>> Meetings(Guid group, DateOnly from, DateOnly to);

    /// <summary>Every meeting that names a person, on its roster or in a mark.</summary>
    Task<IReadOnlyList<AreaRow>> MeetingsNaming(Guid person);

    /// <summary>A person's seats in groups of other areas.</summary>
    Task<IReadOnlyList<AreaRow>> SeatsOf(Guid member);

    /// <summary>How many groups, members not erased and logged meetings there are.</summary>
    Task<AreaSummary> Summary();

    /// <summary>Rows whose outbox is not empty, the longest waiting first.</summary>
    Task<IReadOnlyList<WaitingOutbox>> WaitingOutboxes(int limit);
}

/// <summary>A row by its id, as the JSON that storage holds.</summary>
internal readonly record struct AreaRow(Guid Id, byte[] Payload);

/// <summary>A grain whose facts wait, by state name and key, and since when the first does.</summary>
internal readonly record struct WaitingOutbox(string Kind, string GrainKey, DateTimeOffset Since);
