namespace PeerNet.Contracts.Members;

/// <summary>The rules for the fields of a person's profile.</summary>
public static class MemberFields
{
    /// <summary>The name they like to be called.</summary>
    public static TextRule Name { get; } = TextRule.Line(120);

    /// <summary>What helps them take part.</summary>
    public static TextRule Helps { get; } = TextRule.Lines(2000);

    /// <summary>An email address, before its form is checked.</summary>
    public static TextRule Email { get; } = TextRule.Line(250);

    /// <summary>A phone number.</summary>
    public static TextRule Phone { get; } = TextRule.Line(40);

    /// <summary>Any other way to reach them.</summary>
    public static TextRule Other { get; } = TextRule.Line(250);

    /// <summary>Whether it looks like an email address: one @ inside it, and no spaces.</summary>
    public static bool IsEmail(string? email)
    {
        if (email is null) return true;
        return email.Count(letter => letter == '@') == 1 && email[0] != '@' && email[^1] != '@'
            && TextRule.IsUnbroken(email);
    }
}
