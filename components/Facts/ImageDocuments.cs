namespace Infra.Facts;

/// <summary>What Image Builder takes as a component or recipe (API reference, CreateComponent; user guide, semantic versioning; read 2026-11).</summary>
internal static class ImageDocuments
{
    /// <summary>Characters of a document that is not in S3.</summary>
    public const int LongestInline = 16_000;

    /// <summary>Of each of the three numbers of a version: they stay below 2^30.</summary>
    public const uint LargestVersionNumber = (1 << 30) - 1;
}
