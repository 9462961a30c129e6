namespace Infra.Policies.Compute;

public sealed class FunctionsAreCalledByName() : ResourceRule(
    "lambda-permission-scoped",
    Rank.Critical,
    ResourceTypes.FunctionPermission,
    "A service that may call the function for any of its customers calls it for strangers too.",
    "name the caller in sourceArn or sourceAccount",
    "Lambda.1", "CKV_AWS_301", "CKV_AWS_364", "AVD-AWS-0067")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var principal = resource["principal"];
        PropertyValue[] fences = [resource["sourceArn"], resource["sourceAccount"], resource["principalOrgId"]];
        if (Array.Exists(fences, fence => !fence.IsAbsent)) return [];
        return Expect(resource, principal, name => name.Text != "*" && !name.Text!.EndsWith(".amazonaws.com", StringComparison.Ordinal),
            "an account, and neither sourceArn nor sourceAccount says who may call");
    }
}
