using Infra.Components;

namespace Infra.Stacks;

/// <summary>What the way in is to know: the static site, and how much one address may ask.</summary>
public sealed record FrontSettings
{
    private const int FewestRequests = 100;

    /// <summary>Within the project's folder.</summary>
    public required string SiteFolder { get; init; }

    public required string SiteReplicaRegion { get; init; }

    /// <summary>How many requests one address may send in five minutes.</summary>
    public required int RequestsPerAddress { get; init; }

    /// <param name="values">The configuration.</param>
    /// <param name="primaryRegion">Where the site itself is.</param>
    /// <param name="projectFolder">Holds Pulumi.yaml; folders are looked for if it is given.</param>
    public static FrontSettings Read(ConfigurationReader values, string primaryRegion, string? projectFolder)
    {
        var replica = values.Text("infra:siteReplicaRegion", Location.IsRegion, "a region such as us-east-1");
        if (values.Has("infra:siteReplicaRegion", "infra:primaryRegion") && replica == primaryRegion)
            values.Problem("infra:siteReplicaRegion", $"is {replica}, the primary region; the copy of the site belongs into another one.");
        var requests = values.Number("infra:requestsPerAddress");
        if (values.Has("infra:requestsPerAddress") && requests < FewestRequests)
            values.Problem("infra:requestsPerAddress", $"is {requests}; expected is at least {FewestRequests}, or ordinary visitors are shut out.");
        return new()
        {
            SiteFolder = ReadSiteFolder(values, projectFolder),
            SiteReplicaRegion = replica,
            RequestsPerAddress = requests,
        };
    }

    private static string ReadSiteFolder(ConfigurationReader values, string? projectFolder)
    {
        var folder = values.Text("infra:siteFolder", IsWithin, "a folder within the project, with slashes");
        if (values.Has("infra:siteFolder") && projectFolder is not null && !Directory.Exists(Path.Combine(projectFolder, folder)))
            values.Problem("infra:siteFolder", $"is '{folder}'; the project has no such folder.");
        return folder;
    }

    private static bool IsWithin(string folder) =>
        !Path.IsPathRooted(folder) && folder.Split('/').All(part => part is not ("" or "." or "..") && !part.Contains('\\', StringComparison.Ordinal));
}
