using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Practices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Practices;

/// <summary>What <see cref="TheGroup"/> and <see cref="Neighbours"/> have done together.</summary>
internal static class Practices
{
    public static readonly PracticeId ThePractice = new(new("01990000-0000-7000-8000-0000000000e1"));
    public static readonly GroupId Neighbours = new(new("01990000-0000-7000-8000-0000000000e2"));
    public static readonly GroupId Bystanders = new(new("01990000-0000-7000-8000-0000000000e3"));
    public static readonly ImmutableArray<GroupId> Found = [TheGroup, Neighbours, Bystanders];
    public static readonly MemberStanding Leads = Leading(TheGroup);
    public static readonly MemberStanding LeadsNeighbours = Leading(Neighbours);

    public static readonly TellPractice WeRang = new()
    {
        WeDid = "We rang everybody who had missed two lunches.",
        Changed = "Seven of them came back.",
        WasHard = "Nobody had asked whether we may ring.",
        Layer = Layer.Individual,
        Groups = [TheGroup, Neighbours],
    };

    public static MemberStanding Leading(params ImmutableArray<GroupId> groups) =>
        Known with { Groups = groups, Leads = groups };

    public static MemberStanding In(params ImmutableArray<GroupId> groups) => Known with { Groups = groups };

    public static Practice ATold(TellPractice? practice = null) =>
        new Practice().Tell(ThePractice, practice ?? WeRang, Found, In(TheGroup), Now).Yes();

    public static Practice AShown() =>
        ATold().Agree(TheGroup, Leads, BySam, Now).Yes().Agree(Neighbours, LeadsNeighbours, BySam, Now).Yes();
}
