namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// ARNs by type, in the forms of the Service Authorization Reference (docs.aws.amazon.com/service-authorization, 2026-11); the ids in them are synthetic.
/// Here are those that <see cref="AwsArnForms"/> cannot say in a line.
/// </summary>
public static class AwsArns
{
    public static string Of(Subject subject)
    {
        var place = subject.Place;
        var name = subject.PhysicalName;
        return AwsArnForms.Of(subject) ?? subject.Type switch
        {
            "aws:lb/loadBalancer:LoadBalancer" or "aws:alb/loadBalancer:LoadBalancer" =>
                place.Arn("elasticloadbalancing", $"loadbalancer/{LoadBalancerSuffix(subject)}"),
            "aws:lb/targetGroup:TargetGroup" or "aws:alb/targetGroup:TargetGroup" =>
                place.Arn("elasticloadbalancing", TargetGroupSuffix(subject)),
            "aws:lb/listener:Listener" or "aws:alb/listener:Listener" => OfListener(subject),
            "aws:lb/listenerRule:ListenerRule" or "aws:alb/listenerRule:ListenerRule" =>
                $"{subject.Text("listenerArn")?.Replace(":listener/", ":listener-rule/", StringComparison.Ordinal)
                    ?? place.Arn("elasticloadbalancing", $"listener-rule/app/{name}/{subject.Hex("parent", 16)}")}/{subject.Hex("id", 16)}",
            "aws:autoscaling/group:Group" => place.Arn("autoscaling", $"autoScalingGroup:{subject.Uuid("id")}:autoScalingGroupName/{name}"),
            "aws:autoscaling/policy:Policy" => OfScaling(subject, $"scalingPolicy:{subject.Uuid("id")}", $"policyName/{name}"),
            "aws:autoscaling/schedule:Schedule" => OfScaling(
                subject, $"scheduledUpdateGroupAction:{subject.Uuid("id")}", $"scheduledActionName/{subject.Text("scheduledActionName") ?? name}"),
            "aws:appautoscaling/target:Target" => place.Arn("application-autoscaling", $"scalable-target/{subject.Hex("id", 32)}"),
            "aws:appautoscaling/policy:Policy" => OfScalable(subject, $"scalingPolicy:{subject.Uuid("id")}", $"policyName/{name}"),
            "aws:appautoscaling/scheduledAction:ScheduledAction" =>
                OfScalable(subject, $"scheduledAction:{subject.Uuid("id")}", $"scheduledActionName/{name}"),
            "aws:cloudwatch/eventRule:EventRule" => place.Arn(
                "events", subject.Text("eventBusName") is { } bus and not "default" ? $"rule/{bus.Split('/')[^1]}/{name}" : $"rule/{name}"),
            "aws:imagebuilder/component:Component" => OfImagePart(subject, "component", "/1"),
            "aws:imagebuilder/imageRecipe:ImageRecipe" => OfImagePart(subject, "image-recipe", ""),
            "aws:iam/role:Role" => place.GlobalArn("iam", $"role{PathOf(subject)}{name}"),
            "aws:iam/user:User" => place.GlobalArn("iam", $"user{PathOf(subject)}{name}"),
            "aws:iam/group:Group" => place.GlobalArn("iam", $"group{PathOf(subject)}{name}"),
            "aws:iam/policy:Policy" => place.GlobalArn("iam", $"policy{PathOf(subject)}{name}"),
            "aws:iam/instanceProfile:InstanceProfile" => place.GlobalArn("iam", $"instance-profile{PathOf(subject)}{name}"),
            "aws:iam/serviceLinkedRole:ServiceLinkedRole" => place.GlobalArn("iam", $"role/aws-service-role/{subject.Text("awsServiceName")}/{name}"),
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" =>
                place.GlobalArn("iam", $"oidc-provider/{subject.Text("url")?.Replace("https://", "", StringComparison.Ordinal)}"),
            "aws:sns/topicSubscription:TopicSubscription" => $"{subject.Text("topic") ?? place.Arn("sns", name)}:{subject.Uuid("id")}",
            "aws:kms/alias:Alias" => place.Arn("kms", ResourceIds.AliasName(subject)),
            "aws:secretsmanager/secret:Secret" => place.Arn("secretsmanager", $"secret:{name}-{subject.LowerCase("suffix", 6)}"),
            "aws:secretsmanager/secretVersion:SecretVersion" =>
                subject.Text("secretId") ?? place.Arn("secretsmanager", $"secret:{name}-{subject.LowerCase("suffix", 6)}"),
            "aws:dynamodb/tableReplica:TableReplica" => place.Arn("dynamodb", $"table/{subject.Text("globalTableArn")?.Split('/')[^1] ?? name}"),
            "aws:ssm/parameter:Parameter" => place.Arn("ssm", $"parameter/{name.TrimStart('/')}"),
            "aws:wafv2/webAcl:WebAcl" => OfFirewall(subject, "webacl"),
            "aws:wafv2/ipSet:IpSet" => OfFirewall(subject, "ipset"),
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

    // Image Builder writes names in lower case, and whatever is no letter or digit as a dash.
    private static string OfImagePart(Subject subject, string kind, string build)
    {
        var name = string.Concat(subject.PhysicalName.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        return subject.Place.Arn("imagebuilder", $"{kind}/{name}/{subject.Text("version") ?? "1.0.0"}{build}");
    }

    private static string OfScaling(Subject subject, string kind, string last) =>
        subject.Place.Arn("autoscaling", $"{kind}:autoScalingGroupName/{subject.Text("autoscalingGroupName")}:{last}");

    private static string OfScalable(Subject subject, string kind, string last) =>
        subject.Place.Arn("autoscaling", $"{kind}:resource/{subject.Text("serviceNamespace")}/{subject.Text("resourceId")}:{last}");

    private static string OfFirewall(Subject subject, string kind) => subject.Place.Arn(
        "wafv2", $"{(subject.Text("scope") == "CLOUDFRONT" ? "global" : "regional")}/{kind}/{subject.PhysicalName}/{subject.Uuid("id")}");

    private static string PathOf(Subject subject) => subject.Text("path") ?? "/";

    // EC2 has the type's name in kebab case before the id; what else comes here is rare enough for the same form.
    private static string OfOther(Subject subject)
    {
        var parts = subject.Type.Split(':');
        var service = parts.Length == 3 ? parts[1].Split('/')[0] : "aws";
        var kind = parts.Length == 3 ? KebabCase(parts[2]) : subject.Type;
        var told = service switch { "vpc" or "ebs" or "ec2transitgateway" => "ec2", "efs" => "elasticfilesystem", _ => service };
        return subject.Place.Arn(told, $"{kind}/{ResourceIds.Of(subject)}");
    }

    private static string KebabCase(string name) =>
        string.Concat(name.Select((character, index) => char.IsUpper(character) && index > 0
            ? $"-{char.ToLowerInvariant(character)}"
            : $"{char.ToLowerInvariant(character)}"));
}
