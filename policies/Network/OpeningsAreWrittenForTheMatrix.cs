namespace Infra.Policies.Network;

public sealed class OpeningsAreWrittenForTheMatrix() : ResourceRule(
    "sg-matrix-reads-it",
    Rank.High,
    [.. ResourceTypes.ForeignSecurityGroup, .. ResourceTypes.NamedByCloudFormation, .. ResourceTypes.CloudFormation],
    "A port that is opened by other means than the AWS provider's own resources is open, and no rule about the tiers sees it.",
    "write it with aws.ec2.SecurityGroup, aws.vpc.SecurityGroupIngressRule and aws.vpc.SecurityGroupEgressRule")
{
    // Of groups, of their rules in both directions, and of their associations with other networks.
    private const string Groups = "AWS::EC2::SecurityGroup";

    // Stacks and sets of stacks; what they make is written in templates of their own.
    private const string Stacks = "AWS::CloudFormation::Stack";

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        if (ResourceTypes.ForeignSecurityGroup.Contains(resource.Type)) return [Fail(resource, null, $"the tier matrix does not read {resource.Type}")];
        if (ResourceTypes.NamedByCloudFormation.Contains(resource.Type)) return CheckText(resource, Either(resource["typeName"], resource["type"]));
        var (written, url) = (CheckText(resource, resource["templateBody"]), Either(resource["templateUrl"], resource["templateURL"]));
        return written.Any() || url.IsAbsent
            ? written
            : [Undetermined(resource, url.Path, $"what the template at {url.Path} opens is not known before the deployment")];
    }

    private IEnumerable<Finding> CheckText(ResourceNode resource, PropertyValue text)
    {
        if (text.IsAbsent) return [];
        if (text.Text is not { } known) return [Undetermined(resource, text)];
        if (known.Contains(Groups, StringComparison.Ordinal)) return [Fail(resource, text.Path, $"the tier matrix does not read the {Groups} of {text.Path}")];
        return known.Contains(Stacks, StringComparison.Ordinal)
            ? [Undetermined(resource, text.Path, $"what the {Stacks} of {text.Path} opens is not known before the deployment")]
            : [];
    }

    // The providers, and versions of one of them, differ in what they call a property.
    private static PropertyValue Either(PropertyValue usual, PropertyValue other) => usual.IsAbsent ? other : usual;
}
