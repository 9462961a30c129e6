namespace Infra.Policies.Deployment;

public sealed class CreditsAreForBurstableMachines() : DeploymentRule(
    "deploy-template-credits",
    Rank.High,
    [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.Instance],
    "Machines of other families than T know no credits, and a group that asks for some launches none.",
    "leave creditSpecification out, or take a type of a T family",
    "hashicorp/terraform-provider-aws issues 5067 and 5081 (InstanceCreditSpecification.NotSupported), 2026-11")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => resource["creditSpecification"].IsAbsent
        ? []
        : Matches(resource, resource["instanceType"], type => type.Length > 1 && type[0] == 't' && char.IsAsciiDigit(type[1]),
            "of a T family beside creditSpecification");
}
