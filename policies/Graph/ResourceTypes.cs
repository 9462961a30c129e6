namespace Infra.Policies;

/// <summary>Every token under which a kind of resource is registered: renamed and doubled modules keep their old ones.</summary>
public static class ResourceTypes
{
    public const string Stack = "pulumi:pulumi:Stack";
    public const string FirewallComponent = "infra:network:Firewall";

    /// <summary>In the list of a rule that looks at resources of any type.</summary>
    public const string Any = "*";

    public static IReadOnlyList<string> SecurityGroup { get; } = ["aws:ec2/securityGroup:SecurityGroup"];
    public static IReadOnlyList<string> DefaultSecurityGroup { get; } = ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];
    public static IReadOnlyList<string> IngressRule { get; } = ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"];
    public static IReadOnlyList<string> EgressRule { get; } = ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"];
    public static IReadOnlyList<string> LegacySecurityGroupRule { get; } = ["aws:ec2/securityGroupRule:SecurityGroupRule"];
    public static IReadOnlyList<string> ForeignSecurityGroup { get; } =
        ["aws-native:ec2:SecurityGroup", "aws-native:ec2:SecurityGroupIngress", "aws-native:ec2:SecurityGroupEgress"];
    public static IReadOnlyList<string> NamedByCloudFormation { get; } = ["aws:cloudcontrol/resource:Resource", "aws-native:index:ExtensionResource"];
    public static IReadOnlyList<string> CloudFormation { get; } =
    [
        "aws:cloudformation/stack:Stack", "aws:cloudformation/stackSet:StackSet",
        "aws-native:cloudformation:Stack", "aws-native:cloudformation:StackSet",
    ];

    public static IReadOnlyList<string> PrefixList { get; } = ["aws:ec2/managedPrefixList:ManagedPrefixList"];
    public static IReadOnlyList<string> PrefixListEntry { get; } = ["aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry"];
    public static IReadOnlyList<string> Vpc { get; } = ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"];
    public static IReadOnlyList<string> FlowLog { get; } = ["aws:ec2/flowLog:FlowLog"];
    public static IReadOnlyList<string> Subnet { get; } = ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"];
    public static IReadOnlyList<string> SubnetGroups { get; } =
    [
        "aws:rds/subnetGroup:SubnetGroup", "aws:elasticache/subnetGroup:SubnetGroup", "aws:docdb/subnetGroup:SubnetGroup",
        "aws:neptune/subnetGroup:SubnetGroup",
    ];

    public static IReadOnlyList<string> VpcPeeringConnection { get; } = ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection"];
    public static IReadOnlyList<string> VpcEndpoint { get; } = ["aws:ec2/vpcEndpoint:VpcEndpoint"];
    public static IReadOnlyList<string> VpcEndpointService { get; } = ["aws:ec2/vpcEndpointService:VpcEndpointService"];
    public static IReadOnlyList<string> VpcEndpointServicePrincipal { get; } =
        ["aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple"];
    public static IReadOnlyList<string> ElasticAddress { get; } = ["aws:ec2/eip:Eip", "aws:ec2/eipAssociation:EipAssociation"];
    public static IReadOnlyList<string> NetworkInterface { get; } = ["aws:ec2/networkInterface:NetworkInterface"];
    public static IReadOnlyList<string> InternetGateway { get; } = ["aws:ec2/internetGateway:InternetGateway"];
    public static IReadOnlyList<string> NatGateway { get; } = ["aws:ec2/natGateway:NatGateway"];
    public static IReadOnlyList<string> Route { get; } = ["aws:ec2/route:Route"];
    public static IReadOnlyList<string> RouteTable { get; } = ["aws:ec2/routeTable:RouteTable"];
    public static IReadOnlyList<string> DefaultRouteTable { get; } = ["aws:ec2/defaultRouteTable:DefaultRouteTable"];
    public static IReadOnlyList<string> RouteTableAssociation { get; } = ["aws:ec2/routeTableAssociation:RouteTableAssociation"];
    public static IReadOnlyList<string> MainRouteTableAssociation { get; } = ["aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation"];
    public static IReadOnlyList<string> NetworkAcl { get; } = ["aws:ec2/networkAcl:NetworkAcl"];
    public static IReadOnlyList<string> DefaultNetworkAcl { get; } = ["aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"];
    public static IReadOnlyList<string> NetworkAclRule { get; } = ["aws:ec2/networkAclRule:NetworkAclRule"];
    public static IReadOnlyList<string> NetworkAclAssociation { get; } = ["aws:ec2/networkAclAssociation:NetworkAclAssociation"];
    public static IReadOnlyList<string> TargetGroupAttachment { get; } = Balancing("targetGroupAttachment:TargetGroupAttachment");
    public static IReadOnlyList<string> ListenerRule { get; } = Balancing("listenerRule:ListenerRule");
    public static IReadOnlyList<string> LaunchTemplate { get; } = ["aws:ec2/launchTemplate:LaunchTemplate"];
    public static IReadOnlyList<string> LaunchConfiguration { get; } = ["aws:ec2/launchConfiguration:LaunchConfiguration"];
    public static IReadOnlyList<string> Instance { get; } = ["aws:ec2/instance:Instance"];
    public static IReadOnlyList<string> AutoScalingGroup { get; } = ["aws:autoscaling/group:Group"];
    public static IReadOnlyList<string> AutoScalingAttachment { get; } = ["aws:autoscaling/attachment:Attachment"];
    public static IReadOnlyList<string> EksNodeGroup { get; } = ["aws:eks/nodeGroup:NodeGroup"];
    public static IReadOnlyList<string> Volume { get; } = ["aws:ebs/volume:Volume"];
    public static IReadOnlyList<string> EncryptionByDefault { get; } = ["aws:ebs/encryptionByDefault:EncryptionByDefault"];
    public static IReadOnlyList<string> LoadBalancer { get; } = Balancing("loadBalancer:LoadBalancer");
    public static IReadOnlyList<string> ClassicBalancer { get; } = ["aws:elb/loadBalancer:LoadBalancer"];
    public static IReadOnlyList<string> PublicBalancers { get; } = [.. LoadBalancer, .. ClassicBalancer];
    public static IReadOnlyList<string> Listener { get; } = Balancing("listener:Listener");
    public static IReadOnlyList<string> TargetGroup { get; } = Balancing("targetGroup:TargetGroup");
    public static IReadOnlyList<string> Role { get; } = ["aws:iam/role:Role"];
    public static IReadOnlyList<string> InstanceProfile { get; } = ["aws:iam/instanceProfile:InstanceProfile"];
    public static IReadOnlyList<string> ManagedPolicy { get; } = ["aws:iam/policy:Policy"];
    public static IReadOnlyList<string> RolePolicy { get; } = ["aws:iam/rolePolicy:RolePolicy"];
    public static IReadOnlyList<string> IdentityPolicies { get; } =
        [.. ManagedPolicy, .. RolePolicy, "aws:iam/groupPolicy:GroupPolicy", "aws:iam/userPolicy:UserPolicy", .. Role];
    public static IReadOnlyList<string> PolicyAttachments { get; } =
    [
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/policyAttachment:PolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    ];

    public static IReadOnlyList<string> Key { get; } = ["aws:kms/key:Key"];
    public static IReadOnlyList<string> KeyPolicies { get; } = [.. Key, "aws:kms/keyPolicy:KeyPolicy"];
    public static IReadOnlyList<string> Bucket { get; } = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];
    public static IReadOnlyList<string> BucketPublicAccessBlock { get; } = ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"];
    public static IReadOnlyList<string> BucketPolicy { get; } = ["aws:s3/bucketPolicy:BucketPolicy"];
    public static IReadOnlyList<string> AccountPublicAccessBlock { get; } = ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"];
    public static IReadOnlyList<string> DatabaseInstance { get; } = ["aws:rds/instance:Instance"];
    public static IReadOnlyList<string> DatabaseCluster { get; } = ["aws:rds/cluster:Cluster"];
    public static IReadOnlyList<string> DatabaseClusterInstance { get; } = ["aws:rds/clusterInstance:ClusterInstance"];
    public static IReadOnlyList<string> ReplicationGroup { get; } = ["aws:elasticache/replicationGroup:ReplicationGroup"];
    public static IReadOnlyList<string> CacheCluster { get; } = ["aws:elasticache/cluster:Cluster"];
    public static IReadOnlyList<string> Parameter { get; } = ["aws:ssm/parameter:Parameter"];
    public static IReadOnlyList<string> LogGroup { get; } = ["aws:cloudwatch/logGroup:LogGroup"];
    public static IReadOnlyList<string> IamUser { get; } =
        ["aws:iam/user:User", "aws:iam/userPolicy:UserPolicy", "aws:iam/userPolicyAttachment:UserPolicyAttachment"];
    public static IReadOnlyList<string> AccessKey { get; } = ["aws:iam/accessKey:AccessKey"];
    public static IReadOnlyList<string> ReplicaKey { get; } = ["aws:kms/replicaKey:ReplicaKey"];
    public static IReadOnlyList<string> DatabaseParameterGroup { get; } = ["aws:rds/parameterGroup:ParameterGroup"];
    public static IReadOnlyList<string> DatabaseClusterParameterGroup { get; } = ["aws:rds/clusterParameterGroup:ClusterParameterGroup"];
    public static IReadOnlyList<string> Table { get; } = ["aws:dynamodb/table:Table"];
    public static IReadOnlyList<string> WideColumns { get; } = ["aws:keyspaces/keyspace:Keyspace", "aws:keyspaces/table:Table"];
    public static IReadOnlyList<string> ScalableTarget { get; } = ["aws:appautoscaling/target:Target"];
    public static IReadOnlyList<string> DocumentCluster { get; } = ["aws:docdb/cluster:Cluster"];
    public static IReadOnlyList<string> GraphCluster { get; } = ["aws:neptune/cluster:Cluster"];
    public static IReadOnlyList<string> ClusterMachines { get; } =
    [
        .. DatabaseClusterInstance, "aws:docdb/clusterInstance:ClusterInstance", "aws:neptune/clusterInstance:ClusterInstance",
    ];

    public static IReadOnlyList<string> HostedZone { get; } = ["aws:route53/zone:Zone"];
    public static IReadOnlyList<string> Secret { get; } = ["aws:secretsmanager/secret:Secret"];
    public static IReadOnlyList<string> SecretPolicies { get; } = [.. Secret, "aws:secretsmanager/secretPolicy:SecretPolicy"];
    public static IReadOnlyList<string> SecretRotation { get; } = ["aws:secretsmanager/secretRotation:SecretRotation"];
    public static IReadOnlyList<string> Databases { get; } = [.. DatabaseInstance, .. DatabaseCluster, .. DocumentCluster, .. GraphCluster];
    public static IReadOnlyList<string> Stateful { get; } =
        [.. Databases, .. Table, .. WideColumns, .. Bucket, .. ReplicationGroup, .. Key, .. HostedZone, .. Secret];
    public static IReadOnlyList<string> Queue { get; } = ["aws:sqs/queue:Queue"];
    public static IReadOnlyList<string> QueuePolicies { get; } = [.. Queue, "aws:sqs/queuePolicy:QueuePolicy"];
    public static IReadOnlyList<string> RedrivePolicy { get; } = ["aws:sqs/redrivePolicy:RedrivePolicy"];
    public static IReadOnlyList<string> Topic { get; } = ["aws:sns/topic:Topic"];
    public static IReadOnlyList<string> TopicPolicies { get; } = [.. Topic, "aws:sns/topicPolicy:TopicPolicy"];
    public static IReadOnlyList<string> TopicSubscription { get; } = ["aws:sns/topicSubscription:TopicSubscription"];
    public static IReadOnlyList<string> Alarm { get; } = ["aws:cloudwatch/metricAlarm:MetricAlarm"];
    public static IReadOnlyList<string> Trail { get; } = ["aws:cloudtrail/trail:Trail"];
    public static IReadOnlyList<string> BackupVault { get; } = ["aws:backup/vault:Vault"];
    public static IReadOnlyList<string> BackupVaultLock { get; } = ["aws:backup/vaultLockConfiguration:VaultLockConfiguration"];
    public static IReadOnlyList<string> BackupSelection { get; } = ["aws:backup/selection:Selection"];
    public static IReadOnlyList<string> BucketVersioning { get; } =
        ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"];
    public static IReadOnlyList<string> BucketLifecycle { get; } =
    [
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
    ];

    public static IReadOnlyList<string> BucketOwnership { get; } = ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"];
    public static IReadOnlyList<string> BucketLogging { get; } = ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"];
    public static IReadOnlyList<string> Distribution { get; } = ["aws:cloudfront/distribution:Distribution"];
    public static IReadOnlyList<string> EdgeFunction { get; } = ["aws:cloudfront/function:Function"];
    public static IReadOnlyList<string> LogDeliverySource { get; } = ["aws:cloudwatch/logDeliverySource:LogDeliverySource"];
    public static IReadOnlyList<string> LogDelivery { get; } = ["aws:cloudwatch/logDelivery:LogDelivery"];
    public static IReadOnlyList<string> DefaultNetwork { get; } = ["aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet"];
    public static IReadOnlyList<string> ScalingPolicy { get; } = ["aws:autoscaling/policy:Policy"];
    public static IReadOnlyList<string> ServiceScalingPolicy { get; } = ["aws:appautoscaling/policy:Policy"];
    public static IReadOnlyList<string> TransferServer { get; } = ["aws:transfer/server:Server"];
    public static IReadOnlyList<string> KubernetesCluster { get; } = ["aws:eks/cluster:Cluster"];
    public static IReadOnlyList<string> KubernetesService { get; } = ["kubernetes:core/v1:Service"];
    public static IReadOnlyList<string> KubernetesIngress { get; } =
        ["kubernetes:networking.k8s.io/v1:Ingress", "kubernetes:networking.k8s.io/v1beta1:Ingress", "kubernetes:extensions/v1beta1:Ingress"];
    public static IReadOnlyList<string> ImageRepository { get; } = ["aws:ecr/repository:Repository"];
    public static IReadOnlyList<string> Function { get; } = ["aws:lambda/function:Function"];
    public static IReadOnlyList<string> FunctionPermission { get; } = ["aws:lambda/permission:Permission"];
    public static IReadOnlyList<string> FunctionUrl { get; } = ["aws:lambda/functionUrl:FunctionUrl"];
    public static IReadOnlyList<string> WebAcl { get; } = ["aws:wafv2/webAcl:WebAcl"];
    public static IReadOnlyList<string> WebAclRule { get; } = ["aws:wafv2/webAclRule:WebAclRule"];
    public static IReadOnlyList<string> WebAclAssociation { get; } = ["aws:wafv2/webAclAssociation:WebAclAssociation"];
    public static IReadOnlyList<string> WebAclLogging { get; } = ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"];
    public static IReadOnlyList<string> Record { get; } = ["aws:route53/record:Record"];
    public static IReadOnlyList<string> QueryLog { get; } = ["aws:route53/queryLog:QueryLog"];
    public static IReadOnlyList<string> Certificate { get; } = ["aws:acm/certificate:Certificate"];
    public static IReadOnlyList<string> DocumentParameterGroup { get; } = ["aws:docdb/clusterParameterGroup:ClusterParameterGroup"];
    public static IReadOnlyList<string> HealthCheck { get; } = ["aws:route53/healthCheck:HealthCheck"];
    public static IReadOnlyList<string> BackupPlan { get; } = ["aws:backup/plan:Plan"];
    public static IReadOnlyList<string> ImageComponent { get; } = ["aws:imagebuilder/component:Component"];
    public static IReadOnlyList<string> ImageRecipe { get; } = ["aws:imagebuilder/imageRecipe:ImageRecipe"];
    public static IReadOnlyList<string> HostedZoneSigning { get; } = ["aws:route53/hostedZoneDnsSec:HostedZoneDnsSec"];
    public static IReadOnlyList<string> GlobalCluster { get; } = ["aws:rds/globalCluster:GlobalCluster"];
    public static IReadOnlyList<string> DocumentClusterInstance { get; } = ["aws:docdb/clusterInstance:ClusterInstance"];
    public static IReadOnlyList<string> ServerlessCache { get; } = ["aws:elasticache/serverlessCache:ServerlessCache"];
    public static IReadOnlyList<string> BucketEncryption { get; } =
    [
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    ];

    public static IReadOnlyList<string> ListenerCertificate { get; } = Balancing("listenerCertificate:ListenerCertificate");
    public static IReadOnlyList<string> CertificateValidation { get; } = ["aws:acm/certificateValidation:CertificateValidation"];
    public static IReadOnlyList<string> LogDeliveryDestination { get; } = ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination"];
    public static IReadOnlyList<string> KeyPolicy { get; } = ["aws:kms/keyPolicy:KeyPolicy"];
    public static IReadOnlyList<string> SigningKey { get; } = ["aws:route53/keySigningKey:KeySigningKey"];
    public static IReadOnlyList<string> QueuePolicy { get; } = ["aws:sqs/queuePolicy:QueuePolicy"];
    public static IReadOnlyList<string> TopicPolicy { get; } = ["aws:sns/topicPolicy:TopicPolicy"];
    /// <summary>What keeps a number of copies of one pod running.</summary>
    public static IReadOnlyList<string> ReplicatedWorkload { get; } =
    [
        "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet", "kubernetes:apps/v1:ReplicaSet", "kubernetes:core/v1:ReplicationController",
    ];

    public static IReadOnlyList<string> Workload { get; } =
    [
        .. ReplicatedWorkload, "kubernetes:apps/v1:DaemonSet", "kubernetes:batch/v1:Job", "kubernetes:batch/v1:CronJob", "kubernetes:core/v1:Pod",
        "kubernetes:core/v1:PodTemplate",
    ];

    /// <summary>What changes a part of a workload that somebody else made.</summary>
    public static IReadOnlyList<string> WorkloadPatch { get; } = [.. Workload.Select(type => $"{type}Patch")];
    public static IReadOnlyList<string> PodAutoscaler { get; } =
        ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "kubernetes:autoscaling/v1:HorizontalPodAutoscaler"];
    public static IReadOnlyList<string> DisruptionBudget { get; } = ["kubernetes:policy/v1:PodDisruptionBudget"];
    public static IReadOnlyList<string> KubernetesNamespace { get; } = ["kubernetes:core/v1:Namespace"];
    public static IReadOnlyList<string> NetworkPolicy { get; } = ["kubernetes:networking.k8s.io/v1:NetworkPolicy"];
    public static IReadOnlyList<string> ServiceAccount { get; } = ["kubernetes:core/v1:ServiceAccount", "kubernetes:core/v1:ServiceAccountPatch"];
    public static IReadOnlyList<string> ClusterRole { get; } =
        ["kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRolePatch"];
    public static IReadOnlyList<string> RoleOfANamespace { get; } =
        ["kubernetes:rbac.authorization.k8s.io/v1:Role", "kubernetes:rbac.authorization.k8s.io/v1:RolePatch"];
    public static IReadOnlyList<string> RoleBinding { get; } =
    [
        "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
        "kubernetes:rbac.authorization.k8s.io/v1:RoleBindingPatch", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBindingPatch",
    ];

    public static IReadOnlyList<string> HelmRelease { get; } = ["kubernetes:helm.sh/v3:Release"];

    /// <summary>What makes the objects of a chart or of files, which a preview sees only if the SDK itself reads these.</summary>
    public static IReadOnlyList<string> KubernetesBundle { get; } =
    [
        "kubernetes:helm.sh/v3:Chart", "kubernetes:helm.sh/v4:Chart", "kubernetes:yaml:ConfigFile", "kubernetes:yaml:ConfigGroup",
        "kubernetes:yaml/v2:ConfigFile", "kubernetes:yaml/v2:ConfigGroup", "kubernetes:kustomize:Directory", "kubernetes:kustomize/v2:Directory",
    ];

    private static IReadOnlyList<string> Balancing(string type) =>
        [$"aws:lb/{type}", $"aws:alb/{type}", $"aws:elasticloadbalancingv2/{type}", $"aws:applicationloadbalancing/{type}"];
}
