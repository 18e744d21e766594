using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Panels;
using PeerNet.Contracts.Power;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SignIn;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Contracts.Worries;

namespace PeerNet.Contracts;

/// <summary>Gets each grain by its ID, one line for each noun. No other code builds a key.</summary>
public static class GrainFactoryExtensions
{
    extension(IGrainFactory grains)
    {
        /// <summary>A grain that messages are addressed to.</summary>
        public IMessageReceiver Receiver(GrainKey key) =>
            grains.GetGrain(key.ToGrainId()).AsReference<IMessageReceiver>();

        /// <summary>A grain that sends messages.</summary>
        public IMessageSender Sender(GrainKey key) => grains.GetGrain(key.ToGrainId()).AsReference<IMessageSender>();

        /// <summary>The area itself.</summary>
        public IAreaGrain Area(AreaId area) => grains.Find<IAreaGrain>(area);

        /// <summary>What a person sees first.</summary>
        public IHomeGrain FirstPage(AreaId area) => grains.Find<IHomeGrain>(area);

        /// <summary>The area's figures.</summary>
        public IGrowthGrain Growth(AreaId area) => grains.Find<IGrowthGrain>(area);

        /// <summary>What the area has released.</summary>
        public IReleasesGrain Releases(AreaId area) => grains.Find<IReleasesGrain>(area);

        /// <summary>What the area's neighbours have released.</summary>
        public INeighbourReleasesGrain NeighbourReleases(AreaId area) => grains.Find<INeighbourReleasesGrain>(area);

        /// <summary>Every group of the area at a glance.</summary>
        public IOverviewGrain Overview(AreaId area) => grains.Find<IOverviewGrain>(area);

        /// <summary>What the area sends to other areas.</summary>
        public ILinkGrain Link(AreaId area) => grains.Find<ILinkGrain>(area);

        /// <summary>What the area shares with other areas.</summary>
        public ISharedCardsGrain SharedCards(AreaId area) => grains.Find<ISharedCardsGrain>(area);

        /// <summary>What anybody can read of it.</summary>
        public IPublicCardsGrain PublicCards(AreaId area) => grains.Find<IPublicCardsGrain>(area);

        /// <summary>The area's border.</summary>
        public IBorderGrain Border(AreaId area) => grains.Find<IBorderGrain>(area);

        /// <summary>What an area does every morning.</summary>
        public IMorningGrain Morning(AreaId area) => grains.Find<IMorningGrain>(area);

        /// <summary>A group.</summary>
        public IGroupGrain Group(AreaId area, GroupId id) => grains.Find<IGroupGrain>(area, id.Value);

        /// <summary>Whether other areas may know of a group.</summary>
        public IWelcomeGrain Welcome(AreaId area, GroupId id) => grains.Find<IWelcomeGrain>(area, id.Value);

        /// <summary>Who sees a group's timeline.</summary>
        public ITimelineGrain Timeline(AreaId area, GroupId id) => grains.Find<ITimelineGrain>(area, id.Value);

        /// <summary>Links that each let one person join a group.</summary>
        public IInvitationLinksGrain InvitationLinks(AreaId area, GroupId id) =>
            grains.Find<IInvitationLinksGrain>(area, id.Value);

        /// <summary>A group's guests from other areas.</summary>
        public IGuestsGrain Guests(AreaId area, GroupId id) => grains.Find<IGuestsGrain>(area, id.Value);

        /// <summary>A group's connections with groups of other areas.</summary>
        public IConnectionsGrain Connections(AreaId area, GroupId id) => grains.Find<IConnectionsGrain>(area, id.Value);

        /// <summary>A group's logged evenings.</summary>
        public IEveningsGrain Evenings(AreaId area, GroupId id) => grains.Find<IEveningsGrain>(area, id.Value);

        /// <summary>What people intend about a meeting.</summary>
        public IIntentionsGrain Intentions(AreaId area, MeetingId id) => grains.Find<IIntentionsGrain>(area, id.Value);

        /// <summary>A meeting.</summary>
        public IMeetingGrain Meeting(AreaId area, MeetingId id) => grains.Find<IMeetingGrain>(area, id.Value);

        /// <summary>A member.</summary>
        public IMemberGrain Member(AreaId area, MemberId id) => grains.Find<IMemberGrain>(area, id.Value);

        /// <summary>What PeerNet tells a member.</summary>
        public INoticesGrain Notices(AreaId area, MemberId id) => grains.Find<INoticesGrain>(area, id.Value);

        /// <summary>A member's claims to seats in groups of other areas.</summary>
        public ISeatClaimsGrain SeatClaims(AreaId area, MemberId id) => grains.Find<ISeatClaimsGrain>(area, id.Value);

        /// <summary>The seat of a member of that area in a group of another.</summary>
        public ISeatGrain Seat(AreaId area, SeatId id) => grains.Find<ISeatGrain>(area, id.Value);

        /// <summary>What other records hold about a member.</summary>
        public IHoldingsGrain Holdings(AreaId area, MemberId id) => grains.Find<IHoldingsGrain>(area, id.Value);

        /// <summary>Signing in with an email address.</summary>
        public ISignInGrain SignIn(AreaId area, EmailAddress address) =>
            grains.Find<ISignInGrain>(area, SignInShelf.For(address).Value);

        /// <summary>Where a member is signed in.</summary>
        public ISessionsGrain Sessions(AreaId area, MemberId id) => grains.Find<ISessionsGrain>(area, id.Value);

        /// <summary>The key of a member's calendar.</summary>
        public ICalendarKeyGrain CalendarKey(AreaId area, MemberId id) =>
            grains.Find<ICalendarKeyGrain>(area, id.Value);

        /// <summary>The programs that act for a member.</summary>
        public IProgramsGrain Programs(AreaId area, MemberId id) => grains.Find<IProgramsGrain>(area, id.Value);

        /// <summary>The passkeys with which a member signs in.</summary>
        public IPasskeysGrain Passkeys(AreaId area, MemberId id) => grains.Find<IPasskeysGrain>(area, id.Value);

        /// <summary>The account elsewhere with which a member signs in.</summary>
        public ILinkedAccountGrain LinkedAccount(AreaId area, MemberId id) =>
            grains.Find<ILinkedAccountGrain>(area, id.Value);

        /// <summary>Signing in with an account elsewhere.</summary>
        public IAccountsGrain Accounts(AreaId area, AccountDigest account) =>
            grains.Find<IAccountsGrain>(area, SignInShelf.For(account).Value);

        /// <summary>The slips with which people claim their records.</summary>
        public ISlipsGrain Slips(AreaId area) => grains.Find<ISlipsGrain>(area);

        /// <summary>A support offer or request.</summary>
        public ISupportOfferGrain SupportOffer(AreaId area, SupportOfferId id) =>
            grains.Find<ISupportOfferGrain>(area, id.Value);

        /// <summary>The matches of a support offer.</summary>
        public IMatchesGrain Matches(AreaId area, SupportOfferId id) => grains.Find<IMatchesGrain>(area, id.Value);

        /// <summary>The match of a member of that area with an offer of another.</summary>
        public IMatchAbroadGrain MatchAbroad(AreaId area, MatchId id) => grains.Find<IMatchAbroadGrain>(area, id.Value);

        /// <summary>Lists of the area's support offers.</summary>
        public ISupportOfferListGrain SupportOffers(AreaId area) => grains.Find<ISupportOfferListGrain>(area);

        /// <summary>A lens.</summary>
        public ILensGrain Lens(AreaId area, LensId id) => grains.Find<ILensGrain>(area, id.Value);

        /// <summary>The area's lenses.</summary>
        public ILensListGrain Lenses(AreaId area) => grains.Find<ILensListGrain>(area);

        /// <summary>A next step.</summary>
        public INextStepGrain NextStep(AreaId area, NextStepId id) => grains.Find<INextStepGrain>(area, id.Value);

        /// <summary>What a role that is asked for a next step says.</summary>
        public IRoleStepGrain RoleStep(AreaId area, NextStepId id) => grains.Find<IRoleStepGrain>(area, id.Value);

        /// <summary>The area's next steps.</summary>
        public INextStepListGrain NextSteps(AreaId area) => grains.Find<INextStepListGrain>(area);

        /// <summary>A practice.</summary>
        public IPracticeGrain Practice(AreaId area, PracticeId id) => grains.Find<IPracticeGrain>(area, id.Value);

        /// <summary>The area's practices.</summary>
        public IPracticeListGrain Practices(AreaId area) => grains.Find<IPracticeListGrain>(area);

        /// <summary>A panel.</summary>
        public IPanelGrain Panel(AreaId area, PanelId id) => grains.Find<IPanelGrain>(area, id.Value);

        /// <summary>The area's panels.</summary>
        public IPanelListGrain Panels(AreaId area) => grains.Find<IPanelListGrain>(area);

        /// <summary>Who holds which role in a group.</summary>
        public IPowerGrain Power(AreaId area, GroupId id) => grains.Find<IPowerGrain>(area, id.Value);

        /// <summary>In how many groups of an area roles are shared.</summary>
        public IPowerCheckGrain PowerCheck(AreaId area) => grains.Find<IPowerCheckGrain>(area);

        /// <summary>Asking a group what it has done.</summary>
        public IGroupPracticeGrain GroupPractice(AreaId area, GroupId id) =>
            grains.Find<IGroupPracticeGrain>(area, id.Value);

        /// <summary>A worry.</summary>
        public IWorryGrain Worry(AreaId area, WorryId id) => grains.Find<IWorryGrain>(area, id.Value);

        /// <summary>The area's worries.</summary>
        public IWorryListGrain Worries(AreaId area) => grains.Find<IWorryListGrain>(area);

        /// <summary>A barrier.</summary>
        public IBarrierGrain Barrier(AreaId area, BarrierId id) => grains.Find<IBarrierGrain>(area, id.Value);

        /// <summary>What a role says is in its way.</summary>
        public ILimitGrain Limit(AreaId area, LimitId id) => grains.Find<ILimitGrain>(area, id.Value);

        /// <summary>A role that answers barriers.</summary>
        public IRoleGrain Role(AreaId area, RoleId id) => grains.Find<IRoleGrain>(area, id.Value);

        /// <summary>The area's barriers, limits and roles.</summary>
        public IBarrierListGrain Barriers(AreaId area) => grains.Find<IBarrierListGrain>(area);

        // An area has one grain of some kinds; their id is the nil UUID. Finding a grain by its interface alone reads
        // the interface's attributes each time, a tenth of what a small request costs.
        internal TGrain Find<TGrain>(AreaId area, Guid id = default) where TGrain : IGrainWithStringKey =>
            (TGrain)grains.GetGrain(GrainKey.For<TGrain>(area, id).ToGrainId(), GrainKey.InterfaceOf<TGrain>());
    }
}
