namespace Infra.Facts;

/// <summary>The only sets of methods that CloudFront forwards, and of those it caches (API reference, AllowedMethods, read 2026-11).</summary>
internal static class RequestMethodSets
{
    public static IReadOnlyList<string> Fetch { get; } = ["GET", "HEAD"];

    public static IReadOnlyList<string> Read { get; } = ["GET", "HEAD", "OPTIONS"];

    public static IReadOnlyList<string> All { get; } = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
}
