using System.Text.RegularExpressions;

namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// How the ARN of a type is put together, from the Service Authorization Reference (docs.aws.amazon.com/service-authorization, 2026-11). In braces: the
/// physical name, the id, a UUID, or what an input says. What the reference writes without a region has none here.
/// </summary>
public static partial class AwsArnForms
{
    private const string HomeAccount = "{region}:{account}";

    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["aws:s3/bucket:Bucket"] = "s3:::{name}",
        ["aws:s3/bucketV2:BucketV2"] = "s3:::{name}",
        ["aws:s3/bucketObject:BucketObject"] = "s3:::{input.bucket}/{input.key}",
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = "s3:::{input.bucket}/{input.key}",

        ["aws:rds/instance:Instance"] = Database("db"),
        ["aws:rds/clusterInstance:ClusterInstance"] = Database("db"),
        ["aws:docdb/clusterInstance:ClusterInstance"] = Database("db"),
        ["aws:neptune/clusterInstance:ClusterInstance"] = Database("db"),
        ["aws:rds/cluster:Cluster"] = Database("cluster"),
        ["aws:docdb/cluster:Cluster"] = Database("cluster"),
        ["aws:neptune/cluster:Cluster"] = Database("cluster"),
        ["aws:rds/clusterEndpoint:ClusterEndpoint"] = $"rds:{HomeAccount}:cluster-endpoint:{{input.clusterEndpointIdentifier}}",
        ["aws:rds/globalCluster:GlobalCluster"] = "rds::{account}:global-cluster:{input.globalClusterIdentifier}",
        ["aws:rds/subnetGroup:SubnetGroup"] = Database("subgrp"),
        ["aws:docdb/subnetGroup:SubnetGroup"] = Database("subgrp"),
        ["aws:neptune/subnetGroup:SubnetGroup"] = Database("subgrp"),
        ["aws:rds/parameterGroup:ParameterGroup"] = Database("pg"),
        ["aws:rds/clusterParameterGroup:ClusterParameterGroup"] = Database("cluster-pg"),
        ["aws:docdb/clusterParameterGroup:ClusterParameterGroup"] = Database("cluster-pg"),
        ["aws:neptune/clusterParameterGroup:ClusterParameterGroup"] = Database("cluster-pg"),
        ["aws:rds/optionGroup:OptionGroup"] = Database("og"),
        ["aws:rds/eventSubscription:EventSubscription"] = Database("es"),
        ["aws:rds/proxy:Proxy"] = $"rds:{HomeAccount}:db-proxy:prx-0{{hex}}",
        ["aws:rds/proxyEndpoint:ProxyEndpoint"] = $"rds:{HomeAccount}:db-proxy-endpoint:prx-endpoint-0{{hex}}",
        ["aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup"] = $"rds:{HomeAccount}:target-group:prx-tg-0{{hex}}",

        ["aws:elasticache/replicationGroup:ReplicationGroup"] = Cache("replicationgroup"),
        ["aws:elasticache/cluster:Cluster"] = Cache("cluster"),
        ["aws:elasticache/subnetGroup:SubnetGroup"] = Cache("subnetgroup"),
        ["aws:elasticache/parameterGroup:ParameterGroup"] = Cache("parametergroup"),
        ["aws:elasticache/serverlessCache:ServerlessCache"] = Cache("serverlesscache"),
        ["aws:elasticache/user:User"] = $"elasticache:{HomeAccount}:user:{{input.userId}}",
        ["aws:elasticache/userGroup:UserGroup"] = $"elasticache:{HomeAccount}:usergroup:{{input.userGroupId}}",
        ["aws:elasticache/globalReplicationGroup:GlobalReplicationGroup"] = "elasticache::{account}:globalreplicationgroup:{name}",

        ["aws:dynamodb/table:Table"] = $"dynamodb:{HomeAccount}:table/{{name}}",
        ["aws:dynamodb/globalTable:GlobalTable"] = "dynamodb::{account}:global-table/{name}",
        ["aws:keyspaces/keyspace:Keyspace"] = $"cassandra:{HomeAccount}:/keyspace/{{name}}/",
        ["aws:keyspaces/table:Table"] = $"cassandra:{HomeAccount}:/keyspace/{{input.keyspaceName}}/table/{{input.tableName}}",

        ["aws:lambda/function:Function"] = $"lambda:{HomeAccount}:function:{{name}}",
        ["aws:lambda/eventSourceMapping:EventSourceMapping"] = $"lambda:{HomeAccount}:event-source-mapping:{{uuid}}",
        ["aws:cloudwatch/logGroup:LogGroup"] = $"logs:{HomeAccount}:log-group:{{name}}",
        ["aws:cloudwatch/logDelivery:LogDelivery"] = $"logs:{HomeAccount}:delivery:{{hex}}",
        ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"] = $"logs:{HomeAccount}:delivery-destination:{{name}}",
        ["aws:cloudwatch/logDeliverySource:LogDeliverySource"] = $"logs:{HomeAccount}:delivery-source:{{name}}",
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = $"cloudwatch:{HomeAccount}:alarm:{{name}}",
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = $"cloudwatch:{HomeAccount}:alarm:{{input.alarmName}}",
        ["aws:sns/topic:Topic"] = $"sns:{HomeAccount}:{{name}}",
        ["aws:sqs/queue:Queue"] = $"sqs:{HomeAccount}:{{name}}",
        ["aws:ssm/document:Document"] = $"ssm:{HomeAccount}:document/{{name}}",
        ["aws:synthetics/canary:Canary"] = $"synthetics:{HomeAccount}:canary:{{name}}",
        ["aws:transfer/user:User"] = $"transfer:{HomeAccount}:user/{{input.serverId}}/{{input.userName}}",
        ["aws:backup/vault:Vault"] = $"backup:{HomeAccount}:backup-vault:{{name}}",
        ["aws:backup/plan:Plan"] = $"backup:{HomeAccount}:backup-plan:{{uuid}}",
        ["aws:backup/restoreTestingPlan:RestoreTestingPlan"] = $"backup:{HomeAccount}:restore-testing-plan:{{name}}-{{uuid}}",
        ["aws:cloudtrail/trail:Trail"] = $"cloudtrail:{HomeAccount}:trail/{{name}}",
        ["aws:kms/key:Key"] = $"kms:{HomeAccount}:key/{{id}}",
        ["aws:kms/replicaKey:ReplicaKey"] = $"kms:{HomeAccount}:key/{{id}}",
        ["aws:acm/certificate:Certificate"] = $"acm:{HomeAccount}:certificate/{{uuid}}",

        ["aws:cloudfront/distribution:Distribution"] = "cloudfront::{account}:distribution/{id}",
        ["aws:cloudfront/function:Function"] = "cloudfront::{account}:function/{name}",
        ["aws:cloudfront/cachePolicy:CachePolicy"] = "cloudfront::{account}:cache-policy/{id}",
        ["aws:cloudfront/originAccessControl:OriginAccessControl"] = "cloudfront::{account}:origin-access-control/{id}",
        ["aws:cloudfront/originRequestPolicy:OriginRequestPolicy"] = "cloudfront::{account}:origin-request-policy/{id}",
        ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"] = "cloudfront::{account}:response-headers-policy/{id}",
        ["aws:cloudfront/vpcOrigin:VpcOrigin"] = "cloudfront::{account}:vpcorigin/{id}",
        ["aws:route53/zone:Zone"] = "route53:::hostedzone/{id}",
        ["aws:route53/healthCheck:HealthCheck"] = "route53:::healthcheck/{id}",
        ["aws:route53/queryLog:QueryLog"] = "route53:::queryloggingconfig/{id}",
        ["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"] = $"servicediscovery:{HomeAccount}:namespace/{{id}}",

        ["aws:ec2/eip:Eip"] = Ec2("elastic-ip"),
        ["aws:ec2/flowLog:FlowLog"] = Ec2("vpc-flow-log"),
        ["aws:ec2/managedPrefixList:ManagedPrefixList"] = Ec2("prefix-list"),
        ["aws:ec2/vpcDhcpOptions:VpcDhcpOptions"] = Ec2("dhcp-options"),
        ["aws:ec2/spotInstanceRequest:SpotInstanceRequest"] = Ec2("spot-instances-request"),
        ["aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"] = Ec2("network-acl"),
        ["aws:ec2/defaultRouteTable:DefaultRouteTable"] = Ec2("route-table"),
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = Ec2("security-group"),
        ["aws:ec2/vpcIpamPool:VpcIpamPool"] = "ec2::{account}:ipam-pool/{id}",
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = Ec2("security-group-rule"),
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = Ec2("security-group-rule"),
    };

    /// <summary>Null for a type that is not here.</summary>
    public static string? Of(Subject subject) => Forms.TryGetValue(subject.Type, out var form)
        ? $"arn:{subject.Place.Partition}:{Blank().Replace(form, blank => Fill(blank.Groups["what"].Value, subject))}"
        : null;

    private static string Fill(string what, Subject subject) => what switch
    {
        "region" => subject.Place.Region,
        "account" => subject.Place.Account,
        "name" => subject.PhysicalName,
        "id" => ResourceIds.Of(subject),
        "uuid" => subject.Uuid("id"),
        "hex" => subject.Hex("id", 16),
        _ => subject.Text(what) ?? subject.PhysicalName,
    };

    [GeneratedRegex("{(?:input[.])?(?<what>[A-Za-z]+)}")]
    private static partial Regex Blank();

    private static string Database(string kind) => $"rds:{HomeAccount}:{kind}:{{name}}";

    private static string Cache(string kind) => $"elasticache:{HomeAccount}:{kind}:{{name}}";

    private static string Ec2(string kind) => $"ec2:{HomeAccount}:{kind}/{{id}}";
}
