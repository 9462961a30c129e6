using Infra.Components.Compute;

namespace Infra.Stacks;

/// <summary>Reads what one kind of clones runs on and how many there are: three keys that begin with its name.</summary>
internal static class ClonesReader
{
    public static (string InstanceType, CloneScaling Scaling) Read(ConfigurationReader values, EnvironmentProfile? profile, string kind)
    {
        var (minimumKey, maximumKey) = ($"infra:{kind}ClonesMinimum", $"infra:{kind}ClonesMaximum");
        var instanceType = values.Text($"infra:{kind}InstanceType", Machine.IsInstanceType, "an instance type, such as t4g.small");
        var scaling = new CloneScaling { Minimum = values.Number(minimumKey), Maximum = values.Number(maximumKey) };

        if (values.Has(minimumKey, maximumKey))
            foreach (var problem in scaling.Check())
                values.Problem($"{minimumKey} and {maximumKey}", $"do not fit: {problem}");
        if (profile is not null && values.Has(minimumKey) && scaling.Minimum < profile.MinimumClones)
            values.Problem(minimumKey, $"is {scaling.Minimum}; this environment needs at least {profile.MinimumClones}.");
        return (instanceType, scaling);
    }

    public static void CheckRelease(
        ConfigurationReader values, int requestsPerMinute, int nextPercent, IReadOnlyList<RegionSettings> regions)
    {
        if (values.Has("infra:webRequestsPerMinute") && requestsPerMinute < 1)
            values.Problem("infra:webRequestsPerMinute", $"is {requestsPerMinute}; expected is at least 1.");
        if (nextPercent is < 0 or > 100)
            values.Problem("infra:webNextPercent", $"is {nextPercent}; allowed is 0 to 100.");
        if (nextPercent > 0 && regions.Count > 0 && regions.All(region => region.NextImageId is null))
            values.Problem("infra:webNextPercent", $"is {nextPercent}, but no region has a nextImageId to serve them.");
    }
}
