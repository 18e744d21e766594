using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Growth;

/// <summary>Released figures in words, in English; keys of the translations.</summary>
internal static class ReleasedWords
{
    public static string Of(ReleasedAudience audience) => audience switch
    {
        ReleasedAudience.Everybody => "Groups for everybody",
        ReleasedAudience.Women => "Groups for women",
        ReleasedAudience.Men => "Groups for men",
        ReleasedAudience.Lgbtq => "Groups for LGBTQ people",
        ReleasedAudience.Carers => "Groups for carers",
        ReleasedAudience.YoungAdults => "Groups for young adults",
        ReleasedAudience.Others => "Groups for others, or for several of these",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Why a number is held back; for coordinators only.</summary>
    public static string Of(HeldBackBecause because) => because switch
    {
        HeldBackBecause.TooFewPeople => "Too few people came, or nobody.",
        HeldBackBecause.TooFewGroups => "Too few groups met.",
        HeldBackBecause.OneGroupTooLarge => "One group has too large a share of the people.",
        HeldBackBecause.ProtectsOthers => "With this number, somebody could work out another that is held back.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>How many groups met, or that this is held back.</summary>
    public static Sentence Met(int? groups, int? meetings, string month)
    {
        if (groups is not { } met || meetings is not { } held)
            return new("How many groups met in {0} is held back, because there were so few.", month);
        return new("In {0}, {1} groups met, and held {2} meetings.", month, met, held);
    }

    /// <summary>How many people that says came, or that it is held back.</summary>
    public static Sentence Came(int? sum)
    {
        return sum is { } people
            ? new("About {0} people came to the groups whose numbers are published.", people)
            : new("All numbers of people are held back.");
    }

    /// <summary>Which numbers of a month are held back, by what is counted.</summary>
    public static IEnumerable<string> HeldBack(ReleasedTable table)
    {
        if (table.GroupsThatMet is null) yield return "Groups that met";
        if (table.MeetingsHeld is null) yield return "Meetings held";
        foreach (var cell in table.People.Where(cell => cell.HeldBack)) yield return Of(cell.For);
    }

    /// <summary>The rule that makes numbers safe.</summary>
    public static IEnumerable<Sentence> Rule(DisclosureTerms rule)
    {
        yield return new("Numbers of people are rounded to the nearest {0}.", rule.RoundTo);
        yield return new(
            "A number is only published if it stands for at least {0} people in at least {1} groups, and if no group "
                + "has more than {2} per cent of them.", rule.MinPeople, rule.MinGroups, rule.MaxSharePercent);
        yield return new(
            "Any other number is held back, and so is one from which another could be worked out. Held back does not "
                + "mean that nobody came.");
    }
}
