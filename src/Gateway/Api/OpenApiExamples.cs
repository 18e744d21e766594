namespace PeerNet.Gateway.Api;

/// <summary>A body that each write of the OpenAPI document accepts, by the name of the operation.</summary>
internal static class OpenApiExamples
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["putGroup"] = """
            {"name":"Tuesday tea","about":"Tea and talk for anyone who feels low.","topics":["low-mood"],
             "needs":["stepFree"],"format":"inPerson","place":{"name":"Church Hall","address":"12 High Street",
             "town":"Lewes","outcode":"BN7","privacy":"exact"},"joining":"open","welcomesNewcomers":true,
             "schedule":{"series":[{"id":"tuesday-evening","versions":[{"from":"2026-12-01","startsAt":"19:00",
             "minutes":90,"rule":"FREQ=WEEKLY;BYDAY=TU"}],"notOnBankHolidays":true}],"except":["2026-12-29"]},
             "pauses":[{"from":"2027-07-26","until":"2027-09-06"}]}
            """,
        ["putMember"] = """{"name":"Robin","helps":"A chair near the door"}""",
        ["closeGroup"] = """{"reason":"The hall has closed.","on":"2026-12-31"}""",
        ["joinGroup"] = """{"part":"member"}""",
        ["planMeeting"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","heldOn":"2026-12-01","startsAt":"19:00"}
            """,
        ["recordMeeting"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","heldOn":"2026-11-24","startsAt":"19:00",
             "present":["01994b1e-7c00-7000-8000-000000000002"],"unnamed":{"newcomers":2},"notes":"A good evening"}
            """,
        ["correctMeeting"] = """
            {"why":"Somebody was marked by mistake.",
             "marks":[{"memberId":"01994b1e-7c00-7000-8000-000000000002","mark":"apologies"}]}
            """,
        ["cancelMeeting"] = """{"reason":"The hall is closed."}""",
        ["intendMeeting"] = """{"intention":"coming"}""",
        ["answerSeat"] = """{"welcome":true}""",
        ["shareMeeting"] = """{"open":true}""",
        ["markAttendance"] = """{"mark":"apologies"}""",
        ["countUnnamed"] = """{"newcomers":2,"visitors":0,"carers":1,"children":0}""",
        ["putSupportOffer"] = """
            {"side":"offer","kind":"lift","text":"I drive past Lewes station most mornings.","audience":"myArea",
             "days":["mon","thu"],"partsOfDay":["morning"],"outcode":"BN7","howOften":"monthly","timesAMonth":4,
             "urgency":"anyTime","languages":["en"],"needs":["stepFree"],"expiresOn":"2027-03-31"}
            """,
        ["hideSupportOffer"] = """{"reason":"It names somebody else. Please leave the name out."}""",
        ["writeWorry"] = """
            {"about":"group","subjectId":"01994b1e-7c00-7000-8000-000000000001","text":"Nobody locks the side door."}
            """,
        ["answerWorry"] = """{"answer":"Thank you. We have spoken to the hall."}""",
        ["takeUpMatch"] = """{"shownAs":"Robin","showContact":"phone"}""",
        ["agreeMatch"] = """{"shownAs":"Kim","showContact":"email"}""",
        ["arrangeMatch"] = """{"on":"2026-12-03","at":"10:30","where":"Outside the station"}""",
        ["reportMatch"] = """{"done":true,"words":"Thank you."}""",
        ["putGathering"] = """
            {"title":"What is co-production?","heldOn":"2026-12-03","startsAt":"13:30","minutes":180,
             "place":"Town Hall, ramp at the side","needs":["stepFree"],
             "groups":["01994b1e-7c00-7000-8000-000000000001","01994b1e-7c00-7000-8000-000000000002"]}
            """,
        ["takeOutGathering"] = """{"words":"Robin"}""",
        ["cancelGathering"] = """{"reason":"The hall has closed."}""",
        ["sayWhoComes"] = """{"people":6,"needs":["signLanguage"]}""",
        ["layTable"] = """{"label":"otter","present":6}""",
        ["askQuestion"] = """
            {"kind":"vote","text":"What is co-production?","options":["Sharing power from the start","As equals"],
             "clip":"https://example.org/what-is-co-production"}
            """,
        ["makeSlip"] = """{"count":6}""",
        ["changeCodeSlip"] = """{"number":2}""",
        ["spendSlip"] = """{"code":"K7P2M9X3","choices":["A","C"]}""",
        ["enterTally"] = """
            {"tableId":"01994b1e-7c00-7000-8000-000000000003","present":6,"tookPart":6,"counts":[4,3]}
            """,
        ["nameRole"] = """
            {"name":"Housing lead, Brighton and Hove City Council","holderId":"01994b1e-7c00-7000-8000-000000000002"}
            """,
        ["raiseBarrier"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","text":"We wait nine weeks for an hour's form.",
             "about":"time","layer":"organisation","roleId":"01994b1e-7c00-7000-8000-000000000004",
             "isUnrehearsed":true,"readers":"myArea"}
            """,
        ["chooseReaders"] = """{"readers":"allAreas"}""",
        ["hearBarrier"] = """{"answerBy":"2026-12-10"}""",
        ["answerBarrier"] = """
            {"kind":"can","by":"2027-01-31","whatICan":"Two people will look at these forms every Monday.",
             "whatIDontKnow":"Whether we can keep that up after March."}
            """,
        ["addToAnswer"] = """{"text":"The first Monday was the 4th of January."}""",
        ["sayHelped"] = """{"answerId":"01994b1e-7c00-7000-8000-000000000005","said":"partly"}""",
        ["claimLimit"] = """
            {"roleId":"01994b1e-7c00-7000-8000-000000000004","what":"We may not house people without a local link.",
             "kind":"law","source":"Housing Act 1996","section":"Part 6","whoseRule":"Parliament",
             "wouldHaveToChange":"The Act, or how we read it."}
            """,
        ["takeOutLimit"] = """{"words":"Robin"}""",
        ["checkLimit"] = """{"who":"The law centre","how":"They read the Act with us."}""",
        ["disputeLimit"] = """{"why":"Another council reads it differently."}""",
        ["changeLimit"] = """{"whatChanged":"We have written a new policy."}""",
        ["addLens"] = """
            {"name":"A bridge","makers":"Two groups in Sussex","credit":"Name both groups.",
             "link":"https://bridge.example.invalid/","steps":["One bank","The other"],"version":"2026"}
            """,
        ["sayLensHelps"] = """{"why":"It shows us where we are."}""",
        ["writeSentence"] = """
            {"text":"We decide together, from the start.","kind":"definition",
             "tableId":"01994b1e-7c00-7000-8000-000000000003"}
            """,
        ["agreeToSentence"] = """{"text":"We decide together, from the start.","readers":"myArea"}""",
        ["takeOutWords"] = """{"words":"Robin"}""",
        ["addUpLinkedRoom"] = """{"without":["west-sussex"]}""",
        ["writeNextStep"] = """
            {"text":"Ask the bus company for a stop at the hall.","layer":"system","dueOn":"2027-03-31","cost":"time",
             "groupId":"01994b1e-7c00-7000-8000-000000000001","for":["01994b1e-7c00-7000-8000-000000000002"]}
            """,
        ["takeOutNextStep"] = """{"words":"Robin"}""",
        ["takeOnNextStep"] = """{"groupId":"01994b1e-7c00-7000-8000-000000000001"}""",
        ["tellNews"] = """
            {"groupId":"01994b1e-7c00-7000-8000-000000000001","text":"They have sent somebody to look at the road."}
            """,
        ["tellRoleNews"] = """{"text":"The road was measured on Monday."}""",
        ["declineNextStep"] = """{"reason":"The stop belongs to the bus company."}""",
        ["keepNextStep"] = """{"groupId":"01994b1e-7c00-7000-8000-000000000002"}""",
        ["dropNextStep"] = """{"reason":"The hall moves to the high street."}""",
        ["holdRole"] = """{"role":"doorKeeper","since":"2024-03-01","sharedWith":1}""",
        ["takeRole"] = """{"holdId":"01994b1e-7c00-7000-8000-000000000001"}""",
        ["tellPractice"] = """
            {"weDid":"We rang everybody who had missed two lunches.","changed":"Seven of them came back.",
             "wasHard":"Nobody had asked whether we may ring.","layer":"individual",
             "groups":["01994b1e-7c00-7000-8000-000000000001","01994b1e-7c00-7000-8000-000000000002"],
             "readers":"myArea"}
            """,
        ["setUpPanel"] = """
            {"title":"Supported living, three places","groups":["01994b1e-7c00-7000-8000-000000000001"],
             "heldOn":"2026-12-08","candidates":3,
             "questions":["What do you do when somebody says no?","What makes a good evening?"]}
            """,
        ["enterSheet"] = """
            {"sheetId":"3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b","answers":[
              {"questionId":"c7a0de24-7b0e-8b6c-9d1f-1a2b3c4d5e6f","up":6,"middle":1,"down":2,
               "reasons":["Say how you would ask again."]},
              {"questionId":"d8b1ef35-8c1f-8c7d-8e20-2b3c4d5e6f70","up":2,"middle":5,"down":0}]}
            """,
        ["askForSeat"] = """
            {"area":"west-sussex","groupId":"01994b1e-7c00-7000-8000-000000000001","shownAs":"Robin","consent":true}
            """,
    };
}
