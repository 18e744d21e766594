using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Panels;

/// <summary>The sheet for one candidate as it was typed. The names are those of the API's JSON.</summary>
public sealed record PanelSheetForm
{
    /// <summary>The version that is changed; 0 for the first sheet.</summary>
    public int Version { get; init; }

    /// <summary>The ID of what is entered, made by the page, so that sending the form twice enters it once.</summary>
    public SheetId SheetId { get; init; } = Ids.Random<SheetId>();

    /// <summary>What is typed for each question, in their order.</summary>
    public ImmutableArray<AnswerForm> Answers { get; init; } = [];

    /// <summary>The name of a control.</summary>
    public static string NameOf(int place, string field) => $"answers[{place}].{field}";

    // A sheet without figures is counted again: nobody reads them here either.
    internal static PanelSheetForm Of(PanelDetails panel, SheetDetails? sheet) => new()
    {
        Version = sheet?.Version ?? 0,
        Answers =
        [
            .. panel.Questions.Select((_, place) =>
                sheet is null ? new AnswerForm() : AnswerForm.Of(sheet.Answers[place])),
        ],
    };

    internal static PanelSheetForm Of(PanelDetails panel, IFormCollection form) => new()
    {
        Version = form.Version(),
        SheetId = SheetId.TryParse(form["sheetId"], out var id) ? id : Ids.Random<SheetId>(),
        Answers = [.. panel.Questions.Select((_, place) => AnswerForm.Of(form, place))],
    };

    /// <summary>The body of the API's request, or what is wrong with the form.</summary>
    internal FormErrors Read(PanelDetails panel, out EnterSheet sheet)
    {
        FormErrors errors = [];
        sheet = new()
        {
            SheetId = SheetId,
            Answers = [.. Answers.Select((one, place) => one.Read(panel.Questions[place].Id, place, errors))],
        };
        return errors;
    }
}

/// <summary>The thumbs for one answer as they were typed.</summary>
public sealed record AnswerForm
{
    /// <summary>How many were up.</summary>
    public string Up { get; init; } = "";

    /// <summary>How many were in the middle.</summary>
    public string Middle { get; init; } = "";

    /// <summary>How many were down.</summary>
    public string Down { get; init; } = "";

    /// <summary>What would have made it middle, one on a line.</summary>
    public string Reasons { get; init; } = "";

    internal static AnswerForm Of(AnswerReading answer) => new()
    {
        Up = $"{answer.Up}",
        Middle = $"{answer.Middle}",
        Down = $"{answer.Down}",
        Reasons = string.Join('\n', answer.Reasons),
    };

    internal static AnswerForm Of(IFormCollection form, int place) => new()
    {
        Up = form.Text(PanelSheetForm.NameOf(place, "up")),
        Middle = form.Text(PanelSheetForm.NameOf(place, "middle")),
        Down = form.Text(PanelSheetForm.NameOf(place, "down")),
        Reasons = form.Lines(PanelSheetForm.NameOf(place, "reasons")),
    };

    internal CountedThumbs Read(PanelQuestionId question, int place, FormErrors errors)
    {
        var thumbs = new CountedThumbs
        {
            QuestionId = question,
            Up = Number("up", Up),
            Middle = Number("middle", Middle),
            Down = Number("down", Down),
            Reasons = [.. FormText.EachLine(Reasons)],
        };
        if (!PanelFields.AreThumbs(thumbs))
            errors.Add(new(PanelSheetForm.NameOf(place, "up"), "Count at most 60 thumbs in all."));
        if (!PanelFields.AreReasons(thumbs))
            errors.Add(new(
                PanelSheetForm.NameOf(place, "reasons"),
                "Enter no more reasons than thumbs down, each on one line, up to 200 characters."));
        return thumbs;

        int Number(string field, string text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
            errors.Add(new(PanelSheetForm.NameOf(place, field), "Enter a number. If it was nobody, enter 0."));
            return 0;
        }
    }
}
