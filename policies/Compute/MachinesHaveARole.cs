namespace Infra.Policies.Compute;

public sealed class MachinesHaveARole() : ResourceRule(
    "instance-has-profile",
    Rank.Medium,
    ResourceTypes.LaunchTemplate,
    "A machine without a role is given keys by hand, and they stay on its disk.",
    "set iamInstanceProfile",
    "CKV2_AWS_41")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var profile = resource["iamInstanceProfile"];
        if (profile.IsUnknown) yield return Undetermined(resource, profile);
        else if (profile["name"].IsAbsent && profile["arn"].IsAbsent) yield return Fail(resource, profile.Path, "iamInstanceProfile is not set");
    }
}
