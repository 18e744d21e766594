namespace PeerNet.Gateway.Design;

/// <summary>A period in a chart.</summary>
/// <param name="Label">Its name below the bars, as short as can be.</param>
/// <param name="Name">Its full name, for the table.</param>
/// <param name="Value">The number; null if it is not known, which is not 0.</param>
/// <param name="Before">The number a year before; null if it is not known.</param>
public sealed record ChartPeriod(Sentence Label, Sentence Name, int? Value, int? Before = null);

/// <summary>A bar, in units of the picture.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height; 0 for a bar of 0.</param>
public readonly record struct ChartBar(double X, double Y, double Width, double Height);

/// <summary>
/// Where the parts of a bar chart are drawn: for each period a bar, and beside it that of a year before. The axis
/// begins at 0, so that a bar is as long as its number is large.
/// </summary>
public sealed record BarLayout
{
    /// <summary>The size of the picture; letters of 12 units are as large as small print on a phone.</summary>
    public const int Width = 360, Height = 200;

    /// <summary>Where the bars are: what is outside belongs to the labels.</summary>
    public const int Left = 34, Right = Width - 20, Top = 38, Bottom = Height - 24;

    private const int MaxTicks = 5, LetterWidth = 7, BoldDigitWidth = 8, Gap = 4;
    private const double Filled = 0.8;

    private readonly IReadOnlyList<ChartPeriod> periods;
    private readonly int letters, step;

    private BarLayout(IReadOnlyList<ChartPeriod> periods, int letters)
    {
        this.periods = periods;
        this.letters = letters;
        var max = Math.Max(1, periods.SelectMany(one => new[] { one.Value, one.Before }).Max() ?? 0);
        step = StepFor(max);
        Max = (max + step - 1) / step * step;
    }

    /// <summary>The number at the upper end of the axis.</summary>
    public int Max { get; }

    /// <summary>Whether any period has a number of a year before.</summary>
    public bool HasBefore => periods.Any(one => one.Before is not null);

    /// <summary>The numbers on the axis, from 0.</summary>
    public IEnumerable<int> Ticks => Enumerable.Range(0, Max / step + 1).Select(place => place * step);

    /// <summary>Whether there is room for a number above each bar, so that no two touch.</summary>
    public bool HasNumbers => Slot >= Widest * BoldDigitWidth + Gap / 2;

    private double Slot => (Right - Left) / (double)Math.Max(1, periods.Count);

    private int Widest => periods.Max(one => $"{one.Value}".Length);

    private double BarWidth => Slot * Filled / (HasBefore ? 2 : 1);

    // As many labels as do not touch.
    private int LabelEvery
    {
        get
        {
            var widest = letters * LetterWidth + Gap;
            return Math.Max(1, (int)Math.Ceiling(widest / Slot));
        }
    }

    /// <summary>The layout of at least one period.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="letters">How many letters the longest of their labels has.</param>
    public static BarLayout Of(IReadOnlyList<ChartPeriod> periods, int letters) => new(periods, letters);

    /// <summary>How high a number is.</summary>
    public double HeightOf(int number) => Bottom - (Bottom - Top) * (double)number / Max;

    /// <summary>The middle of a period.</summary>
    public double MiddleOf(int place) => Left + Slot * (place + 0.5);

    /// <summary>The bar of a period; null if its number is not known.</summary>
    public ChartBar? BarOf(int place) => Bar(periods[place].Value, MiddleOf(place) - (HasBefore ? 0 : BarWidth / 2));

    /// <summary>The bar of the year before, to the left of it; null if its number is not known.</summary>
    public ChartBar? BarBefore(int place) => Bar(periods[place].Before, MiddleOf(place) - BarWidth);

    /// <summary>Whether a period is named below its bars; the last one always is.</summary>
    public bool HasLabel(int place) => (periods.Count - 1 - place) % LabelEvery == 0;

    private static int StepFor(int max)
    {
        for (var power = 1; ; power *= 10)
        {
            foreach (var factor in (int[])[1, 2, 5])
                if ((long)power * factor * (MaxTicks - 1) >= max) return power * factor;
        }
    }

    private ChartBar? Bar(int? number, double x)
    {
        if (number is not { } known) return null;
        var y = HeightOf(known);
        return new(x, y, BarWidth, Bottom - y);
    }
}
