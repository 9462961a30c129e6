using Pulumi;
using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;
using Pulumi.Aws.DynamoDB;

namespace Infra.Components.Data;

/// <summary>Lets the capacity of a table and of each of its indexes follow their load.</summary>
internal sealed class TableScaling(string name, KeyValueTableArgs args, CustomResourceOptions child)
{
    /// <summary>What the program must leave alone then.</summary>
    public static List<string> Scaled { get; } =
        ["globalSecondaryIndexes[*].readCapacity", "globalSecondaryIndexes[*].writeCapacity", "readCapacity", "writeCapacity"];

    public void Create(Table table)
    {
        foreach (var direction in (string[])["Read", "Write"])
        {
            Scale($"{name}-{direction.ToLowerInvariant()}", "table", direction, table.Name.Apply(table => $"table/{table}"), table);
            foreach (var index in args.Indexes)
                Scale($"{name}-{index.Name}-{direction.ToLowerInvariant()}", "index", direction,
                    table.Name.Apply(table => $"table/{table}/index/{index.Name}"), table);
        }
    }

    private void Scale(string scaler, string subject, string direction, Output<string> resource, Table table)
    {
        var target = new Target(scaler, new TargetArgs
        {
            Region = args.Location.Region,
            ServiceNamespace = "dynamodb",
            ScalableDimension = $"dynamodb:{subject}:{direction}CapacityUnits",
            ResourceId = resource,
            MinCapacity = args.Capacity.Minimum,
            MaxCapacity = args.Capacity.Maximum,
            Tags = args.Naming.Tags(scaler),
            // The whole table: its indexes come after its name.
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { table } }));

        _ = new Policy(scaler, new PolicyArgs
        {
            Region = args.Location.Region,
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ScalableDimension = target.ScalableDimension,
            ResourceId = target.ResourceId,
            TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                TargetValue = args.Capacity.TargetPercent,
                PredefinedMetricSpecification = new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = $"DynamoDB{direction}CapacityUtilization",
                },
            },
        }, child);
    }
}
