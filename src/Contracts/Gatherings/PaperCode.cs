namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// How codes on paper are written: in 23 signs that nobody mistakes for each other, without vowels, so that they spell
/// no word. The last sign is a check: one wrong sign, or two neighbours that are swapped, never make another code.
/// </summary>
public static class PaperCode
{
    /// <summary>The signs.</summary>
    public const string Signs = "23456789CDFGHJKMNPRTVWX";

    /// <summary>How many signs the code of a slip has, with its check.</summary>
    public const int SlipLength = 8;

    /// <summary>How many signs the code of a table has, with its check.</summary>
    public const int TableLength = 6;

    /// <summary>The check of some signs: the sum of each one's number times its place.</summary>
    public static char CheckOf(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var place = 0; place < signs.Length; place++) sum += (place + 1) * Signs.IndexOf(signs[place]);
        return Signs[sum % Signs.Length];
    }

    /// <summary>
    /// Reads what somebody typed: spaces, hyphens and small letters do not matter. False if it is no code of that
    /// length, or its check is wrong.
    /// </summary>
    public static bool TryRead(string? typed, int length, out string code)
    {
        code = string.Concat((typed ?? "").ToUpperInvariant().Where(sign => sign != '-' && !char.IsWhiteSpace(sign)));
        return code.Length == length && code.All(Signs.Contains) && CheckOf(code.AsSpan(..^1)) == code[^1];
    }

    /// <summary>A code as it is printed, in two halves.</summary>
    public static string Printed(string code) => $"{code[..(code.Length / 2)]} {code[(code.Length / 2)..]}";
}
