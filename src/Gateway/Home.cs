using Microsoft.Extensions.Options;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Power;
using PeerNet.Contracts.Panels;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.Sentences;
using PeerNet.Contracts.SignIn;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Contracts.Worries;

namespace PeerNet.Gateway;

/// <summary>The Gateway's own area and access to its grains. No other area's grains can be reached.</summary>
/// <param name="grains">The area's grains.</param>
/// <param name="options">The Gateway's settings.</param>
/// <param name="connection">When the area can be called; null if its silo is in this process.</param>
internal sealed class Home(
    IGrainFactory grains, IOptions<GatewayOptions> options, FirstConnection? connection = null)
{
    public AreaId Area { get; } = new(options.Value.Area);

    public string Name => options.Value.AreaName is { Length: > 0 } name ? name : options.Value.Area;

    /// <summary>How people who are not signed in reach its coordinators; null if that is not set.</summary>
    public string? Contact => options.Value.Contact is { Length: > 0 } contact ? contact : null;

    public bool Local => options.Value.Local;

    /// <summary>Completes once the area can be called for the first time.</summary>
    public Task Connected => connection?.Made ?? Task.CompletedTask;

    /// <summary>The areas next to it, with what people call them.</summary>
    public IReadOnlyList<NamedArea> Neighbours =>
        [.. options.Value.Neighbours.Select(one => new NamedArea(new(one.Area), one.ShownName))];

    /// <summary>What people call an account elsewhere with which they can sign in; null if there is none.</summary>
    public string? AccountName => options.Value.Accounts is { ClientId: not null } account ? account.Name : null;

    public IAreaGrain Grain => grains.Area(Area);

    public IHomeGrain FirstPage => grains.FirstPage(Area);

    public IGrowthGrain Growth => grains.Growth(Area);

    public IReleasesGrain Releases => grains.Releases(Area);

    public INeighbourReleasesGrain NeighbourReleases => grains.NeighbourReleases(Area);

    public IOverviewGrain Overview => grains.Overview(Area);

    public ILinkGrain Link => grains.Link(Area);

    public ISharedCardsGrain SharedCards => grains.SharedCards(Area);

    public IPublicCardsGrain PublicCards => grains.PublicCards(Area);

    public IBorderGrain Border => grains.Border(Area);

    public IGroupGrain Group(GroupId id) => grains.Group(Area, id);

    public IWelcomeGrain Welcome(GroupId id) => grains.Welcome(Area, id);

    public ITimelineGrain Timeline(GroupId id) => grains.Timeline(Area, id);

    public IInvitationLinksGrain InvitationLinks(GroupId id) => grains.InvitationLinks(Area, id);

    public IGuestsGrain Guests(GroupId id) => grains.Guests(Area, id);

    public IConnectionsGrain Connections(GroupId id) => grains.Connections(Area, id);

    public IMeetingGrain Meeting(MeetingId id) => grains.Meeting(Area, id);

    public IIntentionsGrain Intentions(MeetingId id) => grains.Intentions(Area, id);

    public IMemberGrain Member(MemberId id) => grains.Member(Area, id);

    public INoticesGrain Notices(MemberId id) => grains.Notices(Area, id);

    public ISignInGrain SignIn(EmailAddress address) => grains.SignIn(Area, address);

    public ISessionsGrain Sessions(MemberId id) => grains.Sessions(Area, id);

    public ICalendarKeyGrain CalendarKey(MemberId id) => grains.CalendarKey(Area, id);

    public IProgramsGrain Programs(MemberId id) => grains.Programs(Area, id);

    public IPasskeysGrain Passkeys(MemberId id) => grains.Passkeys(Area, id);

    public ILinkedAccountGrain LinkedAccount(MemberId id) => grains.LinkedAccount(Area, id);

    public IAccountsGrain Accounts(AccountDigest account) => grains.Accounts(Area, account);

    public ISlipsGrain Slips => grains.Slips(Area);

    public ISeatGrain Seat(SeatId id) => grains.Seat(Area, id);

    public ISupportOfferGrain SupportOffer(SupportOfferId id) => grains.SupportOffer(Area, id);

    public ISupportOfferListGrain SupportOffers => grains.SupportOffers(Area);

    public IGatheringGrain Gathering(GatheringId id) => grains.Gathering(Area, id);

    public IPaperGrain Paper(GatheringId id) => grains.Paper(Area, id);

    public IGatheringListGrain Gatherings => grains.Gatherings(Area);

    public IQuestionsGrain Questions(GatheringId id) => grains.Questions(Area, id);

    public ITablesGrain Tables(GatheringId id) => grains.Tables(Area, id);

    public IResultsGrain Results(GatheringId id) => grains.Results(Area, id);

    public ILinkedRoomGrain LinkedRoom(GatheringId id) => grains.LinkedRoom(Area, id);

    public ILinkedRoomListGrain LinkedRooms => grains.LinkedRooms(Area);

    public ISentencesGrain Sentences(GatheringId id) => grains.Sentences(Area, id);

    public IStandingGrain Standing(GatheringId id) => grains.Standing(Area, id);

    public ISentenceListGrain SentenceList => grains.SentenceList(Area);

    public ILensGrain Lens(LensId id) => grains.Lens(Area, id);

    public ILensListGrain Lenses => grains.Lenses(Area);

    public INextStepGrain NextStep(NextStepId id) => grains.NextStep(Area, id);

    public IRoleStepGrain RoleStep(NextStepId id) => grains.RoleStep(Area, id);

    public INextStepListGrain NextSteps => grains.NextSteps(Area);

    public IPowerGrain Power(GroupId id) => grains.Power(Area, id);

    public IPowerCheckGrain PowerCheck => grains.PowerCheck(Area);

    public IPracticeGrain Practice(PracticeId id) => grains.Practice(Area, id);

    public IPracticeListGrain Practices => grains.Practices(Area);

    public IPanelGrain Panel(PanelId id) => grains.Panel(Area, id);

    public IPanelListGrain Panels => grains.Panels(Area);

    public IWorryGrain Worry(WorryId id) => grains.Worry(Area, id);

    public IWorryListGrain Worries => grains.Worries(Area);

    public IBarrierGrain Barrier(BarrierId id) => grains.Barrier(Area, id);

    public ILimitGrain Limit(LimitId id) => grains.Limit(Area, id);

    public IRoleGrain Role(RoleId id) => grains.Role(Area, id);

    public IBarrierListGrain Barriers => grains.Barriers(Area);

    public IMatchesGrain Matches(SupportOfferId id) => grains.Matches(Area, id);

    public IMatchAbroadGrain MatchAbroad(MatchId id) => grains.MatchAbroad(Area, id);
}

/// <summary>An area, and what people call it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Name">What it is called.</param>
public sealed record NamedArea(AreaId Area, string Name);
