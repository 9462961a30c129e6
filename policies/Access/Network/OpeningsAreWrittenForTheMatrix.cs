using System.Text.RegularExpressions;

namespace Infra.Policies.Network;

public sealed partial class OpeningsAreWrittenForTheMatrix() : ResourceRule(
    "sg-matrix-reads-it",
    Rank.High,
    [.. ResourceTypes.ForeignSecurityGroup, .. ResourceTypes.NamedByCloudFormation, .. ResourceTypes.CloudFormation],
    "A port that is opened by other means than the AWS provider's own resources is open, and no rule about the tiers sees it.",
    "write it with aws.ec2.SecurityGroup, aws.vpc.SecurityGroupIngressRule and aws.vpc.SecurityGroupEgressRule")
{
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
        if (Groups().Match(known) is { Success: true } group)
            return [Fail(resource, text.Path, $"the tier matrix does not read the {group.Value} of {text.Path}")];
        return Stacks().Match(known) is { Success: true } stack
            ? [Undetermined(resource, text.Path, $"what the {stack.Value} of {text.Path} opens is not known before the deployment")]
            : [];
    }

    // Groups, their rules in both directions, and their associations with other networks; not the type of a parameter, SecurityGroup::Id.
    [GeneratedRegex(@"\bAWS::EC2::SecurityGroup(Ingress|Egress|VpcAssociation)?(?![\w:])")]
    private static partial Regex Groups();

    // What stacks within a stack make is written in templates of their own.
    [GeneratedRegex(@"\bAWS::CloudFormation::Stack(Set)?(?![\w:])")]
    private static partial Regex Stacks();

    // The providers, and versions of one of them, differ in what they call a property.
    private static PropertyValue Either(PropertyValue usual, PropertyValue other) => usual.IsAbsent ? other : usual;
}
