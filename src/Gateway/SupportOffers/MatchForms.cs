using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>Reads the forms of a match into the bodies that the API takes.</summary>
internal static class MatchForms
{
    /// <summary>A yes, with the ID that its page made.</summary>
    public static YesForm ReadYes(this IFormCollection form)
    {
        var match = MatchId.TryParse(form["matchId"], out var given) ? given : YesForm.New.Match;
        return new(match, form.Text("shownAs"), form.Text("showContact"));
    }

    /// <summary>The body of the API's request.</summary>
    public static SayYes ToRequest(this YesForm yes) =>
        new(yes.ShownAs ?? "", Words<ContactPart>.Find(yes.ShowContact));

    /// <summary>When and where, or what is wrong with it.</summary>
    public static FormErrors ReadArrangement(this IFormCollection form, out Arrangement arrangement)
    {
        var errors = new FormErrors();
        if (!Day.TryRead(form.Text("on"), out var on))
            errors.Add(new("on", "Enter the day."));
        TimeOnly? at = TimeOnly.TryParseExact(form.Text("at"), "HH:mm", CultureInfo.InvariantCulture, 0, out var time)
            ? time
            : null;
        if (at is null && form.Text("at").Length > 0) errors.Add(new("at", "Enter a time, such as 18:30."));
        arrangement = new(on, at, form.Text("where") is { Length: > 0 } where ? where : null);
        return errors;
    }

    /// <summary>How it went, or what is wrong with it.</summary>
    public static FormErrors ReadOutcome(this IFormCollection form, out MatchOutcome outcome)
    {
        var done = form.Text("done");
        var words = form.Lines("words");
        outcome = new(done == "true", words.Length > 0 ? words : null);
        return done is "true" or "false" ? [] : [new("done", "Choose whether it took place.")];
    }

    /// <summary>What was typed, to be shown again.</summary>
    public static Dictionary<string, string> Typed(this IFormCollection form, params string[] names) =>
        names.ToDictionary(name => name, form.Text);
}
