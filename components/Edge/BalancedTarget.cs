using Pulumi;

namespace Infra.Components.Edge;

/// <summary>A target group that machines may join.</summary>
/// <param name="Balancer">Whoever counts the target's requests waits for all of it: AWS counts none before a listener knows the target.</param>
/// <param name="Arn">Of the target group.</param>
/// <param name="ArnSuffix">The dimension of its metrics.</param>
/// <param name="RequestLabel">Names balancer and target to a scaler that counts requests; null where no requests are seen, only bytes.</param>
public sealed record BalancedTarget(Resource Balancer, Output<string> Arn, Output<string> ArnSuffix, Output<string>? RequestLabel);
