namespace Infra.Policies.Compute;

public sealed class FunctionsAreTraced() : ResourceRule(
    "lambda-tracing",
    Rank.Low,
    ResourceTypes.Function,
    "Of a call that went through several services nobody can say where it was slow, or where it failed.",
    "set tracingConfig.mode to Active, and let the role write to X-Ray",
    "CKV_AWS_50", "AVD-AWS-0066")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["tracingConfig"]["mode"], mode => mode.Text is "Active" or "PassThrough", "Active or PassThrough");
}
