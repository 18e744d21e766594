using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Members;

/// <summary>How pages speak about what is held about a person, in English; keys of the translations.</summary>
internal static class MemberWords
{
    /// <summary>What a person can agree to, by the names of the API.</summary>
    public static IReadOnlyList<(string What, string Text)> Consents { get; } =
    [
        ("nameToGroups", "People in your groups see the name you like to be called"),
        ("contactToLeads", "People who lead your groups see how to reach you"),
        ("helpsToLeads", "People who lead your groups see what helps you take part"),
        ("noticesByMail", "We email you when there is something new for you"),
    ];

    /// <summary>Whether a person agrees to it.</summary>
    public static bool HasGiven(Consents? consents, string what) => what switch
    {
        "nameToGroups" => consents?.NameToGroups == true,
        "contactToLeads" => consents?.ContactToLeads == true,
        "helpsToLeads" => consents?.HelpsToLeads == true,
        "noticesByMail" => consents?.NoticesByMail == true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Part part) => part switch
    {
        Part.Lead => "You lead it",
        Part.CoLead => "You help to lead it",
        Part.Member => "You belong to it",
        Part.Asked => "You have asked to come",
        Part.Invited => "It has invited you",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Mark mark) => mark switch
    {
        Mark.Present => "You came",
        Mark.Apologies => "You said that you could not come",
        Mark.Absent => "You did not come",
        Mark.NotRecorded => "Nothing is written down",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Intention intention) => intention switch
    {
        Intention.Coming => "You said that you are coming.",
        Intention.NotComing => "You said that you are not coming.",
        Intention.Perhaps => "You said that you might come.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(PrivateField field) => field switch
    {
        PrivateField.Contact => "How to reach you",
        PrivateField.Helps => "What helps you take part",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
