using System.Text.RegularExpressions;
using Pulumi;

namespace Infra.Components.Delivery;

/// <summary>A file of a site, as it was when it was read.</summary>
/// <param name="Path">Within the site, with slashes.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Content">What is uploaded.</param>
public sealed partial record SiteFile(string Path, string Hash, AssetOrArchive Content)
{
    // A hash has letters and digits; only digits are a date. The function of the site knows the same pattern.
    internal const string FingerprintPattern = "[.-](?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8,64}[.][a-z0-9]+$";

    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "public, max-age=0, s-maxage=31536000, must-revalidate";

    // https://www.iana.org/assignments/media-types, read 2026-11.
    private static readonly SortedDictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".avif"] = "image/avif",
        [".css"] = "text/css; charset=utf-8",
        [".gif"] = "image/gif",
        [".html"] = "text/html; charset=utf-8",
        [".ico"] = "image/vnd.microsoft.icon",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".mp4"] = "video/mp4",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
        [".xml"] = "application/xml",
    };

    /// <summary>The name holds a hash of the content (<c>app.3f2a9c1d.css</c>), so other content has another name.</summary>
    public bool IsFingerprinted => Fingerprint().IsMatch(Path);

    public string ContentType => Types[System.IO.Path.GetExtension(Path)];

    /// <summary>Browsers keep what never changes, and ask again for the rest; the edge keeps both, because a release has keys of its own.</summary>
    public string CacheControl => IsFingerprinted ? Forever : AskAgain;

    public IEnumerable<string> Check()
    {
        if (!PathPattern().IsMatch(Path))
            yield return $"The file '{Path}' cannot be published; expected are letters, digits, dots, hyphens and underscores, "
                + "and no hidden files but .well-known.";
        else if (!Types.ContainsKey(System.IO.Path.GetExtension(Path)))
            yield return $"The file '{Path}' is of a kind that is not published; allowed are {string.Join(", ", Types.Keys)}.";
    }

    [GeneratedRegex(FingerprintPattern)]
    private static partial Regex Fingerprint();

    [GeneratedRegex("^([.]well-known/|[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$")]
    private static partial Regex PathPattern();
}
