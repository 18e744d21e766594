using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PeerNet.Contracts.SignIn;

/// <summary>
/// A code of six digits that is mailed to somebody who signs in. Its text is not shown by <see cref="ToString"/>,
/// because Orleans may log the arguments of a call.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.sign-in-code")]
public sealed record SignInCode
{
    /// <summary>The number of different codes.</summary>
    public const int Count = 1_000_000;

    private const int Digits = 6;

    private SignInCode(string text) => Text = text;

    /// <summary>The six digits.</summary>
    [Id(0)] public string Text { get; private init; }

    /// <summary>The code with that number, from 0 to 999,999.</summary>
    public static SignInCode Of(int number) => new(number.ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>Reads a code that somebody typed; spaces and hyphens do not count.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out SignInCode? code)
    {
        var text = string.Concat((typed ?? "").Where(letter => letter != '-' && !char.IsWhiteSpace(letter)));
        code = text.Length == Digits && text.All(char.IsAsciiDigit) ? new(text) : null;
        return code is not null;
    }

    /// <summary>What it is, without saying which.</summary>
    public override string ToString() => "(code)";
}
