using System.Globalization;
using Microsoft.OpenApi;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Panels;
using PeerNet.Contracts.Power;
using PeerNet.Contracts.Practices;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.Sentences;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Contracts.Worries;

namespace PeerNet.Gateway.Api;

/// <summary>The limits of the fields of requests in the OpenAPI document, from the rules that check them.</summary>
internal static class FieldLimits
{
    private static readonly Dictionary<(Type, string), TextRule> Texts = new()
    {
        [(typeof(GroupDescription), "name")] = GroupFields.Name,
        [(typeof(GroupDescription), "about")] = GroupFields.About,
        [(typeof(GroupDescription), "firstTime")] = GroupFields.About,
        [(typeof(GroupDescription), "onlineLink")] = GroupFields.OnlineLink,
        [(typeof(GroupDescription), "guestContact")] = GroupFields.GuestContact,
        [(typeof(Place), "name")] = GroupFields.PlaceName,
        [(typeof(Place), "address")] = GroupFields.Address,
        [(typeof(Place), "town")] = GroupFields.Town,
        [(typeof(GroupClosure), "reason")] = GroupFields.ClosureReason,
        [(typeof(MemberProfile), "name")] = MemberFields.Name,
        [(typeof(MemberProfile), "helps")] = MemberFields.Helps,
        [(typeof(PlanMeeting), "title")] = MeetingFields.Title,
        [(typeof(RecordMeeting), "notes")] = MeetingFields.Notes,
        [(typeof(MarkAttendance), "word")] = MeetingFields.Word,
        [(typeof(CorrectMeeting), "why")] = MeetingFields.Why,
        [(typeof(CorrectMeeting), "notes")] = MeetingFields.Notes,
        [(typeof(CancelMeeting), "reason")] = MeetingFields.Reason,
        [(typeof(DidNotHappen), "detail")] = MeetingFields.Reason,
        [(typeof(AskForSeat), "shownAs")] = SeatFields.ShownAs,
        [(typeof(SupportOfferTerms), "text")] = SupportOfferFields.Text,
        [(typeof(WriteWorry), "text")] = WorryFields.Text,
        [(typeof(AnswerWorry), "answer")] = WorryFields.Text,
        [(typeof(HideSupportOffer), "reason")] = SupportOfferFields.Reason,
        [(typeof(SayYes), "shownAs")] = SupportOfferFields.ShownAs,
        [(typeof(Arrangement), "where")] = SupportOfferFields.Where,
        [(typeof(MatchOutcome), "words")] = SupportOfferFields.Words,
        [(typeof(PlanGathering), "title")] = GatheringFields.Title,
        [(typeof(PlanGathering), "place")] = GatheringFields.Place,
        [(typeof(CancelGathering), "reason")] = GatheringFields.Reason,
        [(typeof(AskQuestion), "text")] = GatheringFields.Text,
        [(typeof(AskQuestion), "easyText")] = GatheringFields.EasyText,
        [(typeof(AskQuestion), "clip")] = GatheringFields.Clip,
        [(typeof(NameRole), "name")] = BarrierFields.RoleName,
        [(typeof(RaiseBarrier), "text")] = BarrierFields.Text,
        [(typeof(AnswerBarrier), "whatICan")] = BarrierFields.Part,
        [(typeof(AnswerBarrier), "whatStopsMe")] = BarrierFields.Part,
        [(typeof(AnswerBarrier), "whatIDontKnow")] = BarrierFields.Part,
        [(typeof(AddToAnswer), "text")] = BarrierFields.Addition,
        [(typeof(ClaimLimit), "what")] = BarrierFields.LimitText,
        [(typeof(ClaimLimit), "source")] = BarrierFields.LimitLine,
        [(typeof(ClaimLimit), "section")] = BarrierFields.LimitLine,
        [(typeof(ClaimLimit), "whoseRule")] = BarrierFields.LimitLine,
        [(typeof(ClaimLimit), "wouldHaveToChange")] = BarrierFields.LimitText,
        [(typeof(CheckLimit), "who")] = BarrierFields.LimitLine,
        [(typeof(CheckLimit), "how")] = BarrierFields.LimitText,
        [(typeof(DisputeLimit), "why")] = BarrierFields.LimitText,
        [(typeof(ChangeLimit), "whatChanged")] = BarrierFields.LimitText,
        [(typeof(AddLens), "name")] = LensFields.Name,
        [(typeof(AddLens), "makers")] = LensFields.Makers,
        [(typeof(AddLens), "credit")] = LensFields.Credit,
        [(typeof(AddLens), "link")] = LensFields.Link,
        [(typeof(AddLens), "version")] = LensFields.Version,
        [(typeof(SpendSlip), "code")] = GatheringFields.Code,
        [(typeof(SayLensHelps), "why")] = LensFields.Why,
        [(typeof(WriteSentence), "text")] = SentenceFields.Text,
        [(typeof(AgreeToSentence), "text")] = SentenceFields.Said,
        [(typeof(TakeOutWords), "words")] = TakenOut.Words,
        [(typeof(WriteNextStep), "text")] = NextStepFields.Text,
        [(typeof(VoicedOption), "box")] = GatheringFields.Box,
        [(typeof(TellNews), "text")] = NextStepFields.News,
        [(typeof(DropNextStep), "reason")] = NextStepFields.Reason,
        [(typeof(DeclineNextStep), "reason")] = NextStepFields.Reason,
        [(typeof(TellRoleNews), "text")] = NextStepFields.News,
        [(typeof(TellPractice), "weDid")] = PracticeFields.Text,
        [(typeof(TellPractice), "changed")] = PracticeFields.Text,
        [(typeof(TellPractice), "wasHard")] = PracticeFields.Text,
        [(typeof(SetUpPanel), "title")] = PanelFields.Title,
    };

    private static readonly Dictionary<(Type, string), (int Min, int Max)> Numbers = new()
    {
        [(typeof(GroupDescription), "capacity")] = (1, GroupFields.MaxPeople),
        [(typeof(HoldRole), "sharedWith")] = (0, PowerFields.MaxSharedWith),
        [(typeof(Place), "latitude")] = (-GroupFields.MaxLatitude, GroupFields.MaxLatitude),
        [(typeof(Place), "longitude")] = (-GroupFields.MaxLongitude, GroupFields.MaxLongitude),
        [(typeof(SeriesVersion), "minutes")] = (MeetingFields.MinMinutes, MeetingFields.MaxMinutes),
        [(typeof(PlanMeeting), "minutes")] = (MeetingFields.MinMinutes, MeetingFields.MaxMinutes),
        [(typeof(SupportOfferTerms), "timesAMonth")] = (1, SupportOfferFields.MaxTimesAMonth),
        [(typeof(PlanGathering), "minutes")] = (MeetingFields.MinMinutes, MeetingFields.MaxMinutes),
        [(typeof(LayTable), "present")] = (0, GatheringFields.MaxPresent),
        [(typeof(PeopleComing), "people")] = (0, GatheringFields.MaxPresent),
        [(typeof(MakeSlips), "count")] = (0, GatheringFields.MaxPresent),
        [(typeof(ChangeCode), "number")] = (1, GatheringFields.MaxCodes),
        [(typeof(EnterTally), "present")] = (0, GatheringFields.MaxPresent),
        [(typeof(EnterTally), "tookPart")] = (0, GatheringFields.MaxPresent),
        [(typeof(SetUpPanel), "candidates")] = (1, PanelFields.MaxCandidates),
        [(typeof(CountedThumbs), "up")] = (0, PanelFields.MaxPeople),
        [(typeof(CountedThumbs), "middle")] = (0, PanelFields.MaxPeople),
        [(typeof(CountedThumbs), "down")] = (0, PanelFields.MaxPeople),
        [(typeof(Unnamed), "newcomers")] = (0, MeetingFields.MaxUnnamed),
        [(typeof(Unnamed), "visitors")] = (0, MeetingFields.MaxUnnamed),
        [(typeof(Unnamed), "carers")] = (0, MeetingFields.MaxUnnamed),
        [(typeof(Unnamed), "children")] = (0, MeetingFields.MaxUnnamed),
    };

    private static readonly Dictionary<(Type, string), (int Min, int Max)> Lists = new()
    {
        [(typeof(GroupDescription), "pauses")] = (0, ScheduleFields.MaxPauses),
        [(typeof(Schedule), "series")] = (1, ScheduleFields.MaxSeries),
        [(typeof(Schedule), "except")] = (0, ScheduleFields.MaxExceptions),
        [(typeof(Series), "versions")] = (1, ScheduleFields.MaxVersions),
        [(typeof(RecordMeeting), "present")] = (0, MeetingFields.MaxPeople),
        [(typeof(RecordMeeting), "apologies")] = (0, MeetingFields.MaxPeople),
        [(typeof(RecordMeeting), "absent")] = (0, MeetingFields.MaxPeople),
        [(typeof(CorrectMeeting), "marks")] = (0, MeetingFields.MaxPeople),
        [(typeof(PlanGathering), "groups")] = (GatheringFields.MinGroups, GatheringFields.MaxGroups),
        [(typeof(AskQuestion), "options")] = (0, GatheringFields.MaxOptions),
        [(typeof(AskQuestion), "sentences")] = (0, GatheringFields.MaxOptions),
        [(typeof(AddUpRooms), "without")] = (0, LinkedRoomFields.MaxAreas - 1),
        [(typeof(AddLens), "steps")] = (0, LensFields.MaxSteps),
        [(typeof(WriteSentence), "from")] = (0, SentenceFields.MaxJoined),
        [(typeof(WriteNextStep), "for")] = (1, NextStepFields.MaxGroups),
        [(typeof(SpendSlip), "choices")] = (0, GatheringFields.MaxOptions),
        [(typeof(TellPractice), "groups")] = (1, PracticeFields.MaxGroups),
        [(typeof(SetUpPanel), "groups")] = (1, PanelFields.MaxGroups),
        [(typeof(SetUpPanel), "questions")] = (1, PanelFields.MaxQuestions),
        [(typeof(EnterSheet), "answers")] = (1, PanelFields.MaxQuestions),
        [(typeof(CountedThumbs), "reasons")] = (0, PanelFields.MaxPeople),
        [(typeof(EnterTally), "counts")] = (1, GatheringFields.MaxOptions),
        [(typeof(EnterTally), "conditions")] = (0, GatheringFields.MaxConditions),
        [(typeof(EnterTally), "replaces")] = (0, GatheringFields.MaxReplaced),
    };

    // Each item at most once.
    private static readonly Dictionary<(Type, string), int> Choices = new()
    {
        [(typeof(GroupDescription), "needs")] = Words<AccessNeed>.All.Length,
        [(typeof(RecordMeeting), "words")] = MeetingFields.MaxWords,
        [(typeof(CorrectMeeting), "words")] = MeetingFields.MaxWords,
        [(typeof(PlanGathering), "needs")] = Words<AccessNeed>.All.Length,
        [(typeof(PlanGathering), "lenses")] = GatheringFields.MaxLenses,
        [(typeof(PeopleComing), "needs")] = Words<AccessNeed>.All.Length,
        [(typeof(SupportOfferTerms), "needs")] = Words<AccessNeed>.All.Length,
        [(typeof(SupportOfferTerms), "days")] = Words<Weekday>.All.Length,
        [(typeof(SupportOfferTerms), "partsOfDay")] = Words<PartOfDay>.All.Length,
    };

    private static readonly HashSet<(Type, string)> ListsOfWords =
    [
        (typeof(GroupDescription), "for"), (typeof(GroupDescription), "topics"),
        (typeof(GroupDescription), "languages"), (typeof(Series), "for"), (typeof(Series), "topics"),
        (typeof(SupportOfferTerms), "languages"),
    ];

    private static readonly Dictionary<(Type, string), TextRule> ListsOfTexts = new()
    {
        [(typeof(RecordMeeting), "words")] = MeetingFields.Word,
        [(typeof(CorrectMeeting), "words")] = MeetingFields.Word,
        [(typeof(AskQuestion), "options")] = GatheringFields.Option,
        [(typeof(EnterTally), "conditions")] = GatheringFields.Condition,
        [(typeof(SpendSlip), "choices")] = GatheringFields.Box,
        [(typeof(AddLens), "steps")] = LensFields.Step,
        [(typeof(SetUpPanel), "questions")] = PanelFields.Question,
        [(typeof(CountedThumbs), "reasons")] = PanelFields.Reason,
    };

    // What replaces words can be longer than they were.
    private static readonly HashSet<(Type, string)> TakenOutOf =
    [
        (typeof(PlanGathering), "title"), (typeof(PlanGathering), "place"), (typeof(CancelGathering), "reason"),
        (typeof(AskQuestion), "text"), (typeof(AskQuestion), "easyText"), (typeof(AskQuestion), "options"),
        (typeof(EnterTally), "conditions"), (typeof(WriteSentence), "text"), (typeof(WriteNextStep), "text"),
        (typeof(ClaimLimit), "what"), (typeof(ClaimLimit), "source"), (typeof(ClaimLimit), "section"),
        (typeof(ClaimLimit), "whoseRule"), (typeof(ClaimLimit), "wouldHaveToChange"),
        (typeof(CheckLimit), "who"), (typeof(CheckLimit), "how"),
    ];

    /// <summary>Adds the limits of a field.</summary>
    public static void Apply(OpenApiSchema schema, Type declaring, string name)
    {
        var key = (declaring, name);
        if (Texts.TryGetValue(key, out var rule))
        {
            Limit(schema, rule, TakenOutOf.Contains(key));
            if (rule.IsRequired) schema.MinLength = 1;
        }
        if (Numbers.TryGetValue(key, out var numbers))
        {
            schema.Minimum = numbers.Min.ToString(CultureInfo.InvariantCulture);
            schema.Maximum = numbers.Max.ToString(CultureInfo.InvariantCulture);
        }
        if (Lists.TryGetValue(key, out var items))
        {
            if (items.Min > 0) schema.MinItems = items.Min;
            schema.MaxItems = items.Max;
        }
        if (ListsOfWords.Contains(key))
        {
            schema.MaxItems = GroupFields.MaxWords;
            schema.UniqueItems = true;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = GroupFields.WordPattern };
        }
        if (Choices.TryGetValue(key, out var choices))
        {
            schema.MaxItems = choices;
            schema.UniqueItems = true;
        }
        if (ListsOfTexts.TryGetValue(key, out var text))
        {
            var item = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1 };
            Limit(item, text, TakenOutOf.Contains(key));
            schema.Items = item;
        }
        if (key == (typeof(EnterTally), "counts")) schema.Items = CountUpTo(GatheringFields.MaxPresent);
        if (key == (typeof(Place), "outcode") || key == (typeof(SupportOfferTerms), "outcode"))
            schema.Pattern = GroupFields.OutcodePattern;
        if (key == (typeof(Series), "id")) schema.Pattern = ScheduleFields.IdPattern;
        if (key != (typeof(SeriesVersion), "rule")) return;
        schema.MinLength = 1;
        schema.MaxLength = ScheduleFields.MaxRuleLength;
    }

    private static OpenApiSchema CountUpTo(int most) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "0", Maximum = $"{most}" };

    // JSON Schema counts code points, and a reader's character can have several.
    private static void Limit(OpenApiSchema schema, TextRule rule, bool isTakenOutOf)
    {
        schema.MaxLength = isTakenOutOf ? TakenOut.LeftOf(rule).MaxUnits : rule.MaxUnits;
        var max = rule.Max.ToString("N0", CultureInfo.InvariantCulture);
        schema.Description = $"{schema.Description} Up to {max} characters, as readers count them.".TrimStart();
    }
}
