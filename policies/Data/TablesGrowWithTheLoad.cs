namespace Infra.Policies.Data;

public sealed class TablesGrowWithTheLoad() : ResourceRule(
    "dynamodb-autoscale-or-ondemand",
    Rank.Medium,
    ResourceTypes.Table,
    "A table with a fixed capacity refuses requests as soon as there are more of them.",
    "set billingMode to PAY_PER_REQUEST, or give the table an application auto scaling target",
    "DynamoDB.1", "CKV2_AWS_16")
{
    public override IReadOnlyList<string> Types { get; } = [.. ResourceTypes.Table, .. ResourceTypes.ScalableTarget];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Unless(
        resource, resource["billingMode"], mode => mode.Text == "PAY_PER_REQUEST",
        graph.OfType(ResourceTypes.ScalableTarget).Any(target => IsOf(target["resourceId"], target, resource)) ? []
            : resource["name"].IsUnknown && graph.OfType(ResourceTypes.ScalableTarget).Any(target => target["resourceId"].IsKnown)
                ? [Undetermined(resource, resource["name"])]
                : Expect(resource, resource["billingMode"], _ => false, "PAY_PER_REQUEST, and nothing scales its capacity"));

    private static bool IsOf(PropertyValue id, ResourceNode target, ResourceNode table) => id.IsUnknown
        ? target.DependenciesOf("resourceId").Contains(table.Urn)
        : table["name"].Text is { } name && (id.Text == $"table/{name}" || id.Text?.StartsWith($"table/{name}/", StringComparison.Ordinal) is true);
}
