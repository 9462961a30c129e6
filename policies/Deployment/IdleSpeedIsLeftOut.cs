namespace Infra.Policies.Deployment;

public sealed class IdleSpeedIsLeftOut() : DeploymentRule(
    "deploy-template-idle-iops",
    Rank.Medium,
    ResourceTypes.LaunchTemplate,
    "AWS takes IOPS for a disk that has none to give, and ignores them.",
    "leave iops out, or take a volume of type gp3, io1 or io2",
    "AWS provider and cfn-lint, 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Each(resource, resource["blockDeviceMappings"], mapping => mapping["ebs"] is { IsUnknown: true } unknown ? [Undetermined(resource, unknown)]
            : If(resource, mapping["ebs"]["volumeType"], type => type.Text is "gp2" or "st1" or "sc1" or "standard",
                LeftOut(resource, mapping["ebs"]["iops"], $"of a {mapping["ebs"]["volumeType"]} volume")));
}
