namespace Infra.Review.Engine;

/// <summary>Ordinal order, but <c>line 2</c> before <c>line 10</c>: digits compare as the number they are.</summary>
public sealed class CountingComparer : IComparer<string>
{
    public static readonly CountingComparer Ordinal = new();

    private CountingComparer() { }

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return string.CompareOrdinal(x, y);

        var (left, right) = (0, 0);
        while (left < x.Length && right < y.Length)
        {
            var order = char.IsAsciiDigit(x[left]) && char.IsAsciiDigit(y[right])
                ? CompareNumbers(NumberAt(x, ref left), NumberAt(y, ref right))
                : x[left++].CompareTo(y[right++]);
            if (order != 0) return order;
        }
        var rest = (x.Length - left).CompareTo(y.Length - right);
        // 01 and 1 are the same number and yet two texts.
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> NumberAt(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
}
