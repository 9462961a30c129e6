using System.Text.RegularExpressions;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>A machine image that fits what was asked for. Which images exist changes daily, so all of it is made up, and said to be.</summary>
internal static class Ami
{
    private const string Created = "2026-01-01T00:00:00.000Z";

    private static readonly Regex Wildcards = new(@"\.[*+]|[*?^$\\]+", RegexOptions.CultureInvariant);

    public static PropertyDictionary Answer(FunctionCall call)
    {
        var id = IdFor(call.Region, call.Arguments.ToString());
        var filters = call.Filters.ToLookup(filter => filter.Name, filter => filter.Values.Count > 0 ? filter.Values[0] : "", StringComparer.Ordinal);
        var pattern = filters["name"].FirstOrDefault() ?? call.Text("nameRegex") ?? "image";
        var name = Wildcards.Replace(pattern, "0");
        var (owner, alias) = OwnerOf(call, call.Texts("owners"));
        var device = filters["root-device-name"].FirstOrDefault() ?? "/dev/xvda";
        var snapshot = $"snap-0{Synthetic.Hex($"{id}|snapshot", 16)}";
        var windows = filters["platform"].FirstOrDefault() == "windows" || name.StartsWith("Windows", StringComparison.Ordinal);
        call.Log.Add(DiagnosticSeverity.Info,
            $"{call.Token}: image {id} ({name}, {call.Region}) is made up; which images exist is not known offline. "
            + $"Give the real one in {RecordedAnswers.FileName} if it matters.");
        return call.With(
            ("id", Of(id)),
            ("imageId", Of(id)),
            ("region", Of(call.Region)),
            ("arn", Of($"arn:{call.Place.Partition}:ec2:{call.Region}::image/{id}")),
            ("name", Of(name)),
            ("description", Of("")),
            ("architecture", Of(filters["architecture"].FirstOrDefault() ?? ArchitectureIn(name))),
            ("blockDeviceMappings", Items(MappingOf(device, snapshot))),
            ("bootMode", Of(filters["boot-mode"].FirstOrDefault() ?? "uefi-preferred")),
            ("creationDate", Of(Created)),
            ("deprecationTime", Of("")),
            ("enaSupport", Of(true)),
            ("hypervisor", Of("xen")),
            ("imageLocation", Of($"{(alias.Length > 0 ? alias : owner)}/{name}")),
            ("imageOwnerAlias", Of(alias)),
            ("imageType", Of("machine")),
            ("imdsSupport", Of("v2.0")),
            ("kernelId", Of("")),
            ("lastLaunchedTime", Of("")),
            ("ownerId", Of(owner)),
            ("platform", Of(windows ? "windows" : "")),
            ("platformDetails", Of(windows ? "Windows" : "Linux/UNIX")),
            ("productCodes", Items()),
            ("public", Of(owner != call.Place.Account)),
            ("ramdiskId", Of("")),
            ("rootDeviceName", Of(device)),
            ("rootDeviceType", Of(filters["root-device-type"].FirstOrDefault() ?? "ebs")),
            ("rootSnapshotId", Of(snapshot)),
            ("sriovNetSupport", Of("simple")),
            ("state", Of("available")),
            ("stateReason", Of(("code", "UNSET"), ("message", "UNSET"))),
            ("tags", call.Arguments.GetValueOrDefault("tags") ?? new PropertyValue.Map(PropertyDictionary.Empty)),
            ("tpmSupport", Of("")),
            ("usageOperation", Of(windows ? "RunInstances:0002" : "RunInstances")),
            ("virtualizationType", Of(filters["virtualization-type"].FirstOrDefault() ?? "hvm")));
    }

    /// <summary>An id that follows from the region and what was asked for.</summary>
    public static string IdFor(string region, string asked) => $"ami-0{Synthetic.Hex($"{region}|{asked}", 16)}";

    private static string ArchitectureIn(string name) =>
        name.Contains("arm64", StringComparison.OrdinalIgnoreCase) || name.Contains("aarch64", StringComparison.OrdinalIgnoreCase) ? "arm64" : "x86_64";

    // 137112412989 publishes Amazon Linux, 801119661308 Windows, 679593333241 the Marketplace's images; "amazon" stands for several.
    private static (string Owner, string Alias) OwnerOf(FunctionCall call, IReadOnlyList<string> owners) => owners.Count == 0
        ? ("137112412989", "amazon")
        : owners[0] switch
        {
            "self" => (call.Place.Account, ""),
            "amazon" => ("137112412989", "amazon"),
            "aws-marketplace" => ("679593333241", "aws-marketplace"),
            var account => (account, account is "137112412989" or "801119661308" ? "amazon" : ""),
        };

    private static PropertyValue.Map MappingOf(string device, string snapshot) => new PropertyValue.Map(PropertyDictionary.Of(
    [
        new("deviceName", Of(device)),
        new("noDevice", Of("")),
        new("virtualName", Of("")),
        new("ebs", Of(
            ("delete_on_termination", "true"), ("encrypted", "false"), ("iops", "3000"), ("snapshot_id", snapshot),
            ("throughput", "125"), ("volume_size", "8"), ("volume_type", "gp3"))),
    ]));
}
