namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// ARNs by type, in the forms of the Service Authorization Reference (docs.aws.amazon.com/service-authorization);
/// the ids in them are synthetic.
/// </summary>
public static class AwsArns
{
    public static string Of(Subject subject)
    {
        var place = subject.Place;
        var name = subject.PhysicalName;
        return subject.Type switch
        {
            "aws:s3/bucket:Bucket" => $"arn:{place.Partition}:s3:::{name}",
            "aws:lb/loadBalancer:LoadBalancer" or "aws:alb/loadBalancer:LoadBalancer" =>
                place.Arn("elasticloadbalancing", $"loadbalancer/{LoadBalancerSuffix(subject)}"),
            "aws:lb/targetGroup:TargetGroup" or "aws:alb/targetGroup:TargetGroup" =>
                place.Arn("elasticloadbalancing", TargetGroupSuffix(subject)),
            "aws:lb/listener:Listener" or "aws:alb/listener:Listener" => OfListener(subject),
            "aws:lb/listenerRule:ListenerRule" or "aws:alb/listenerRule:ListenerRule" =>
                $"{subject.Text("listenerArn")?.Replace(":listener/", ":listener-rule/", StringComparison.Ordinal)
                    ?? place.Arn("elasticloadbalancing", $"listener-rule/app/{name}/{subject.Hex("parent", 16)}")}/{subject.Hex("id", 16)}",
            "aws:autoscaling/group:Group" => place.Arn("autoscaling", $"autoScalingGroup:{subject.Uuid("id")}:autoScalingGroupName/{name}"),
            "aws:autoscaling/policy:Policy" => place.Arn("autoscaling",
                $"scalingPolicy:{subject.Uuid("id")}:autoScalingGroupName/{subject.Text("autoscalingGroupName")}:policyName/{name}"),
            "aws:iam/role:Role" => place.GlobalArn("iam", $"role{PathOf(subject)}{name}"),
            "aws:iam/user:User" => place.GlobalArn("iam", $"user{PathOf(subject)}{name}"),
            "aws:iam/group:Group" => place.GlobalArn("iam", $"group{PathOf(subject)}{name}"),
            "aws:iam/policy:Policy" => place.GlobalArn("iam", $"policy{PathOf(subject)}{name}"),
            "aws:iam/instanceProfile:InstanceProfile" => place.GlobalArn("iam", $"instance-profile{PathOf(subject)}{name}"),
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" =>
                place.GlobalArn("iam", $"oidc-provider/{subject.Text("url")?.Replace("https://", "", StringComparison.Ordinal)}"),
            "aws:rds/instance:Instance" => place.Arn("rds", $"db:{name}"),
            "aws:rds/cluster:Cluster" => place.Arn("rds", $"cluster:{name}"),
            "aws:rds/subnetGroup:SubnetGroup" => place.Arn("rds", $"subgrp:{name}"),
            "aws:rds/parameterGroup:ParameterGroup" => place.Arn("rds", $"pg:{name}"),
            "aws:elasticache/replicationGroup:ReplicationGroup" => place.Arn("elasticache", $"replicationgroup:{name}"),
            "aws:elasticache/cluster:Cluster" => place.Arn("elasticache", $"cluster:{name}"),
            "aws:elasticache/subnetGroup:SubnetGroup" => place.Arn("elasticache", $"subnetgroup:{name}"),
            "aws:elasticache/parameterGroup:ParameterGroup" => place.Arn("elasticache", $"parametergroup:{name}"),
            "aws:cloudwatch/logGroup:LogGroup" => place.Arn("logs", $"log-group:{name}"),
            "aws:cloudwatch/metricAlarm:MetricAlarm" => place.Arn("cloudwatch", $"alarm:{name}"),
            "aws:sns/topic:Topic" => place.Arn("sns", name),
            "aws:sns/topicSubscription:TopicSubscription" => $"{subject.Text("topic") ?? place.Arn("sns", name)}:{subject.Uuid("id")}",
            "aws:sqs/queue:Queue" => place.Arn("sqs", name),
            "aws:kms/key:Key" => place.Arn("kms", $"key/{subject.Uuid("id")}"),
            "aws:kms/alias:Alias" => place.Arn("kms", ResourceIds.AliasName(subject)),
            "aws:secretsmanager/secret:Secret" => place.Arn("secretsmanager", $"secret:{name}-{subject.LowerCase("suffix", 6)}"),
            "aws:dynamodb/table:Table" => place.Arn("dynamodb", $"table/{name}"),
            "aws:acm/certificate:Certificate" => place.Arn("acm", $"certificate/{subject.Uuid("id")}"),
            "aws:cloudfront/distribution:Distribution" => place.GlobalArn("cloudfront", $"distribution/{ResourceIds.Of(subject)}"),
            "aws:cloudtrail/trail:Trail" => place.Arn("cloudtrail", $"trail/{name}"),
            "aws:ssm/parameter:Parameter" => place.Arn("ssm", $"parameter/{name.TrimStart('/')}"),
            "aws:route53/zone:Zone" => $"arn:{place.Partition}:route53:::hostedzone/{ResourceIds.Of(subject)}",
            "aws:route53/healthCheck:HealthCheck" => $"arn:{place.Partition}:route53:::healthcheck/{ResourceIds.Of(subject)}",
            "aws:wafv2/webAcl:WebAcl" => place.Arn(
                "wafv2", $"{(subject.Text("scope") == "CLOUDFRONT" ? "global" : "regional")}/webacl/{name}/{subject.Uuid("id")}"),
            _ => OfOther(subject),
        };
    }

    /// <summary>What CloudWatch metrics call a load balancer.</summary>
    public static string LoadBalancerSuffix(Subject subject)
    {
        var kind = subject.Text("loadBalancerType") switch { "network" => "net", "gateway" => "gwy", _ => "app" };
        return $"{kind}/{subject.PhysicalName}/{subject.Hex("id", 16)}";
    }

    public static string TargetGroupSuffix(Subject subject) => $"targetgroup/{subject.PhysicalName}/{subject.Hex("id", 16)}";

    private static string OfListener(Subject subject)
    {
        var parent = subject.Text("loadBalancerArn")?.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal)
            ?? subject.Place.Arn("elasticloadbalancing", $"listener/app/{subject.PhysicalName}/{subject.Hex("parent", 16)}");
        return $"{parent}/{subject.Hex("id", 16)}";
    }

    private static string PathOf(Subject subject) => subject.Text("path") ?? "/";

    // EC2 has the type's name in kebab case before the id; what else comes here is rare enough for the same form.
    private static string OfOther(Subject subject)
    {
        var parts = subject.Type.Split(':');
        var service = parts.Length == 3 ? parts[1].Split('/')[0] : "aws";
        var kind = parts.Length == 3 ? KebabCase(parts[2]) : subject.Type;
        return subject.Place.Arn(service is "vpc" or "ebs" ? "ec2" : service, $"{kind}/{ResourceIds.Of(subject)}");
    }

    private static string KebabCase(string name) =>
        string.Concat(name.Select((character, index) => char.IsUpper(character) && index > 0
            ? $"-{char.ToLowerInvariant(character)}"
            : $"{char.ToLowerInvariant(character)}"));
}
