using Microsoft.AspNetCore.Components;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Design;

/// <summary>A control of a form, with its label, its hint and what is wrong with it.</summary>
public abstract class Control : PagePart
{
    /// <summary>The name, as the JSON of the API spells the field.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>What it asks.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>How to answer.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong with the form.</summary>
    [Parameter] public FormErrors Errors { get; set; } = FormErrors.None;

    /// <summary>Whether the label is the heading of the page.</summary>
    [Parameter] public bool IsHeading { get; set; }

    /// <summary>What its ID ends in, if a page has several forms with it.</summary>
    [Parameter] public string? IdEnd { get; set; }

    /// <summary>The ID of the control, or of the first of several.</summary>
    protected string Id => $"{FormField.Of(Name).Id}{IdEnd}";

    /// <summary>What is wrong with it, or null.</summary>
    protected Sentence? Error => Errors.At(Name);

    /// <summary>The classes of the group around it.</summary>
    protected string GroupClass => Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error";

    /// <summary>The IDs of the texts that describe it, or null.</summary>
    protected string? DescribedBy
    {
        get
        {
            string?[] texts = [Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error"];
            var ids = string.Join(' ', texts.OfType<string>());
            return ids.Length > 0 ? ids : null;
        }
    }
}
