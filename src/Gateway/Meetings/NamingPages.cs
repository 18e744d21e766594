using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Meetings;

/// <summary>How somebody who was counted without a name gets one later, on the page of the meeting.</summary>
internal sealed class NamingPages : IEndpoints
{
    // Before a word that a group uses for somebody, and before a kind of people who were counted.
    private const string Word = "word:", Kind = "kind:";

    public static void Map(SiteMap site)
    {
        site.Pages.MapPost("/meetings/{id}/names", Name).ForMembers();
        site.Pages.MapGet("/meetings/{id}/names", (MeetingId id) => TypedResults.LocalRedirect($"/meetings/{id}"))
            .ForMembers();
    }

    /// <summary>The value of a word in the form.</summary>
    public static string ValueOf(string word) => $"{Word}{word}";

    /// <summary>The value of a kind in the form.</summary>
    public static string ValueOf(UnnamedKind kind) => $"{Kind}{Words<UnnamedKind>.Of(kind)}";

    private static async Task<Sent> Name(
        MeetingId id, IFormCollection form, Home home, CurrentCaller by, TimeProvider clock)
    {
        if ((await home.ReadMeeting(id, by.Caller, clock)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        // Without a list of people to choose from, somebody claims a word as theirs.
        var isSelf = !form.ContainsKey("list");
        var who = isSelf ? by.Caller.Member : Chosen($"{form["who"]}");
        var mark = MarkOf($"{form["as"]}");
        FormErrors errors = [];
        if (who is null) errors.Add(new("who", "Choose the person."));
        if (mark is null) errors.Add(new("as", isSelf ? "Choose the word that is yours." : "Choose who they were."));
        if (errors.Count > 0) return Again(page, errors);
        if (!(await home.Meeting(id).Mark(who!.Value, mark!, by.Caller)).Refused(out refusal, out _))
            return TypedResults.LocalRedirect($"/meetings/{id}");
        return refusal.CanBeMended()
            ? Again(page, [new("as", MeetingWords.Of(refusal))])
            : refusal.ToProblem();
    }

    private static MemberId? Chosen(string typed) => MemberId.TryParse(typed, out var id) ? id : null;

    private static MarkAttendance? MarkOf(string typed)
    {
        if (typed.StartsWith(Word, StringComparison.Ordinal)) return new(Mark.Present, Word: typed[Word.Length..]);
        if (!typed.StartsWith(Kind, StringComparison.Ordinal)) return null;
        return Words<UnnamedKind>.Find(typed[Kind.Length..]) is { } kind ? new(Mark.Present, CountedAs: kind) : null;
    }

    private static Sent Again(MeetingModel page, FormErrors errors) =>
        Page.Again<MeetingPage, MeetingModel>(page with { Errors = errors });
}
