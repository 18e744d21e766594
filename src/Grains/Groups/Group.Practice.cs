using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Asking the group, once, what it has done.</summary>
internal sealed partial record Group
{
    private const int OnlyOnce = 1;

    /// <summary>Whether it was asked what it has done, or is part of a practice without being asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAskedForPractice { get; init; }

    /// <summary>Whether somebody could still be asked what it has done.</summary>
    public bool CanBeAskedForPractice(DateTimeOffset now) =>
        Description is not null && !IsAskedForPractice && !IsClosed(now) && !Standing.Leads.IsEmpty;

    /// <summary>Asks those who lead it what it has done, and never again.</summary>
    public Next<Group> AskForPractice(Caller by, DateTimeOffset now)
    {
        if (by.Role != CallerRole.Area) return AccessRefusals.NotYours;
        if (!CanBeAskedForPractice(now)) return this;
        return (this with { IsAskedForPractice = true })
            .Send([.. Standing.Leads.Select(lead => new NoticeTold(lead, PracticeToTell, OnlyOnce))]);
    }

    private NoticeAbout PracticeToTell => new(NoticeKind.PracticeToTell) { GroupId = Id };

    // Whoever was asked has their answer.
    private Next<Group> TellsPractice()
    {
        return (this with { IsAskedForPractice = true })
            .Send([.. Standing.Leads.Select(lead => new NoticeWithdrawn(lead, PracticeToTell, OnlyOnce))]);
    }
}
