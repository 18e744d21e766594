using PeerNet.Contracts.Lenses;

namespace PeerNet.Grains.Lenses;

/// <summary>
/// The lenses that come with PeerNet: names and steps, with credit and a link. None is the default. Their texts are
/// those of their makers, and no form or question of theirs is copied.
/// </summary>
internal static class ShippedLenses
{
    /// <summary>All of them, by ID.</summary>
    public static IReadOnlyDictionary<LensId, AddLens> All { get; } = new Dictionary<LensId, AddLens>
    {
        [Numbered(1)] = new()
        {
            Name = "A ladder of citizen participation",
            Makers = "Sherry Arnstein",
            Credit = "Sherry R. Arnstein, “A Ladder of Citizen Participation”, 1969.",
            Link = "https://doi.org/10.1080/01944366908977225",
            Steps =
            [
                "Manipulation", "Therapy", "Informing", "Consultation", "Placation", "Partnership", "Delegated power",
                "Citizen control",
            ],
            Version = "1969",
        },
        [Numbered(2)] = new()
        {
            Name = "Ladder of co-production",
            Makers = "National Co-production Advisory Group, Think Local Act Personal",
            Credit = "National Co-production Advisory Group and Think Local Act Personal. Free to use with credit to "
                + "both and a link.",
            Link = "https://www.thinklocalactpersonal.org.uk",
            Steps =
            [
                "Coercion", "Educating", "Informing", "Consultation", "Engagement", "Co-design", "Co-production",
            ],
            Version = "As published",
        },
        [Numbered(3)] = new()
        {
            Name = "A Co-production Model",
            Makers = "Coalition for Collaborative Care, with NHS England and patient leaders",
            Credit = "Coalition for Collaborative Care, with NHS England and patient leaders: seven steps.",
            Steps =
            [
                "Leaders", "Fair recruitment", "Reward", "Early start", "Built in", "Training",
                "Review: “we said, we did”",
            ],
            Version = "As published",
        },
        [Numbered(4)] = new()
        {
            Name = "Six principles of co-production",
            Makers = "nef and Nesta: David Boyle, Julia Slay and Lucie Stephens",
            Credit = "Boyle, Slay and Stephens, nef and Nesta, 2010.",
            Steps = ["Assets", "Capabilities", "Mutuality", "Peer networks", "Blurred roles", "Facilitating"],
            Version = "2010",
        },
        [Numbered(5)] = new()
        {
            Name = "Principles of co-production",
            Makers = "Social Care Institute for Excellence (SCIE)",
            Credit = "Social Care Institute for Excellence.",
            Link = "https://www.scie.org.uk",
            Steps = ["Equality", "Diversity", "Accessibility", "Reciprocity"],
            Version = "As published",
        },
        [Numbered(6)] = new()
        {
            Name = "Jigsaw of change",
            Makers = "Social Care Institute for Excellence (SCIE)",
            Credit = "Social Care Institute for Excellence.",
            Link = "https://www.scie.org.uk",
            Steps = ["Culture", "Structure", "Practice", "Review"],
            Version = "As published",
        },
        [Numbered(7)] = new()
        {
            Name = "4Pi",
            Makers = "National Survivor User Network",
            Credit = "4Pi National Involvement Standards.",
            Steps = ["Principles", "Purpose", "Presence", "Process", "Impact"],
            Version = "As published",
        },
        [Numbered(8)] = new()
        {
            Name = "The Four Co’s",
            Makers = "Tony Bovaird and Elke Loeffler",
            Credit = "Bovaird and Loeffler.",
            Steps = ["Co-commission", "Co-design", "Co-deliver", "Co-assess"],
            Version = "As published",
        },
        [Numbered(9)] = new()
        {
            Name = "The leaf",
            Makers = "Not known yet",
            Credit = "People remember a leaf, and nobody has found it. If you know it, tell a coordinator.",
            Version = "To be described",
        },
    };

    /// <summary>One of them, or null.</summary>
    public static AddLens? Find(LensId id) => All.GetValueOrDefault(id);

    private static LensId Numbered(int number) => new(new($"019a0000-0000-7000-8000-{number:d12}"));
}
