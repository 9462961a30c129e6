using System.Globalization;

namespace Infra.Rpc;

/// <summary>The value of the header <c>grpc-timeout</c>: at most eight digits and a unit, for example <c>1500m</c> for 1.5 seconds.</summary>
internal static class CallTimeout
{
    // What a timer of the runtime can wait for: 2^32 - 2 milliseconds, 49 days.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private const long LargestNumber = 99_999_999;
    private const int NanosecondsPerTick = 100;

    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>The finest unit that fits, rounded up, so that the server never gives up before the client.</summary>
    public static string Write(TimeSpan timeout)
    {
        foreach (var (unit, ticks) in Units)
        {
            var number = (timeout.Ticks - 1) / ticks + 1;
            if (number <= LargestNumber) return string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
        }

        return $"{LargestNumber}H";
    }

    public static TimeSpan? Read(string text)
    {
        if (text.Length is < 2 or > 9) return null;
        if (!long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;

        if (text[^1] == 'n') return TimeSpan.FromTicks(number / NanosecondsPerTick);
        foreach (var (unit, ticks) in Units)
            if (unit == text[^1]) return TimeSpan.FromTicks(number * ticks);
        return null;
    }

    public static void CancelAfter(CancellationTokenSource source, TimeSpan timeout) =>
        source.CancelAfter(timeout < LongestTimer ? timeout : LongestTimer);
}
