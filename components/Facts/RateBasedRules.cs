using System.Globalization;

namespace Infra.Facts;

/// <summary>
/// What AWS WAF takes in a rate-based rule (developer guide, "Rate-based rule high-level settings"; API reference, RateBasedStatement; read 2026-11).
/// </summary>
internal static class RateBasedRules
{
    public const int LeastRequests = 10;
    public const int MostRequests = 2_000_000_000;

    public static IReadOnlyList<int> WindowSeconds { get; } = [60, 120, 300, 600];

    public static string Windows =>
        $"{string.Join(", ", WindowSeconds.SkipLast(1))} or {WindowSeconds[^1].ToString(CultureInfo.InvariantCulture)}";
}
