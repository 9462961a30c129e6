using Pulumi;
using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;

namespace Infra.Components.Data;

/// <summary>
/// Lets one capacity of a table follow its load. (Application Auto Scaling API reference, RegisterScalableTarget and
/// PredefinedMetricSpecification, read 2026-11.)
/// </summary>
internal sealed record CapacityFollower
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required TableCapacity Capacity { get; init; }

    /// <summary>For example <c>dynamodb</c>.</summary>
    public required string Service { get; init; }

    /// <summary>For example <c>dynamodb:table:ReadCapacityUnits</c>.</summary>
    public required string Dimension { get; init; }

    /// <summary>For example <c>DynamoDBReadCapacityUtilization</c>.</summary>
    public required string Metric { get; init; }

    public required Output<string> ResourceId { get; init; }

    /// <summary>The whole of it: what it is made of may come after its name.</summary>
    public required Resource Table { get; init; }

    public void Create(string name, CustomResourceOptions child)
    {
        var target = new Target(name, new TargetArgs
        {
            Region = Location.Region,
            ServiceNamespace = Service,
            ScalableDimension = Dimension,
            ResourceId = ResourceId,
            MinCapacity = Capacity.Minimum,
            MaxCapacity = Capacity.Maximum,
            Tags = Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { Table } }));

        _ = new Policy(name, new PolicyArgs
        {
            Region = Location.Region,
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = target.ServiceNamespace,
            ScalableDimension = target.ScalableDimension,
            ResourceId = target.ResourceId,
            TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                TargetValue = Capacity.TargetPercent,
                PredefinedMetricSpecification = new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = Metric,
                },
            },
        }, child);
    }
}
