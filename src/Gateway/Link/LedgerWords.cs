using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>What is sent to another area in plain words, in English; keys of the translations.</summary>
internal static class LedgerWords
{
    /// <summary>What was sent, by its kind.</summary>
    public static string Of(string kind) => kind switch
    {
        "card" => "What a group says about itself to everybody",
        "offer" => "An offer or a request that is open to all areas",
        "sentences" => "What tables say, for anybody to read",
        "practice" => "What groups did, for anybody to read",
        "barrier" => "What gets in people’s way and what was answered, for anybody to read",
        "nextStep" => "What a group has set itself to do, for anybody to read",
        "figures" => "A month of released figures",
        "seatAsked" => "Somebody from here asks for a place in a group there",
        "seatAnswered" => "A group here answers somebody who asked for a place",
        "seatWelcomed" => "A group here tells a guest where and when it meets",
        "seatMarked" => "A group here tells a guest which meetings they were at",
        "seatLeft" => "Somebody from here gives up their place in a group there",
        "seatEnded" => "A group here ends a guest’s place",
        "connectionSaid" => "A group here says yes or no to being in touch with one there",
        "meetingShared" => "A group here invites a group there to a meeting",
        "matchTakenUp" => "Somebody from here takes up an offer there",
        "matchAgreed" => "Two people have agreed, and one tells the other how to reach them",
        "matchArranged" => "Somebody from here says when they could meet about an offer",
        "matchProgressed" => "The maker of an offer here answers",
        "matchReported" => "Somebody from here says how it went",
        "matchEnded" => "An arrangement between two people is over",
        "roomAsked" => "A gathering here asks whether another area holds it too",
        "roomAnswered" => "The other area’s gathering hears whether this area takes part",
        "questionShared" => "A gathering here puts a question to all areas that hold it",
        "roomReady" => "Our count of a question is complete; how many took part is not said",
        "sumAsked" => "A gathering here asks another area for what it adds to a sum",
        "sumSent" => "What this area adds to a sum, masked if three areas add up",
        "sumDone" => "A gathering here tells the other areas the sum",
        _ => "Something that this page has no words for yet",
    };

    /// <summary>What has become of it; <c>{0}</c> is the day on which it arrived.</summary>
    public static string Outcome(LedgerEntry entry)
    {
        if (entry.Refused == LinkRefusals.NotYet.Code) return "It is waiting until the other area has been upgraded.";
        if (entry.Refused is not null) return "The other area did not accept it.";
        return entry.AcknowledgedAt is null ? "It has not arrived yet. We keep trying." : "Arrived on {0}.";
    }
}
