using System.Text.Json;
using Infra.Components;
using Infra.Components.Networking;
using Infra.Components.Operations;
using Infra.Components.Transfer;
using Infra.Tests.Testing;
using Pulumi.Aws.Ec2;

namespace Infra.Tests.Components.Transfer;

public sealed class SftpServerTests
{
    private const string Key = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd";

    private static readonly SftpUser Acme = new() { Name = "acme", PublicKeys = new Dictionary<string, string> { ["2026"] = SftpUserTests.Ed25519 } };

    private static readonly SftpServerArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Subnets = Places.Subnets(SubnetTier.Public, "a", "b"),
        SecurityGroupId = "sg-1",
        Users = [Acme],
        Bucket = SftpBucket.Own(Key),
        Logs = new(365, Key),
        DeletionProtection = true,
    };

    [Fact]
    public async Task The_server_speaks_sftp_alone_behind_its_firewall_with_a_fixed_address_in_each_zone()
    {
        var plan = await PlanOf(Args);

        var server = plan.One("aws:transfer/server:Server");
        (server.List("protocols").Single(), server.Text("endpointType"), server.Text("identityProviderType")).ShouldBe(("SFTP", "VPC", "SERVICE_MANAGED"));
        (server.Text("securityPolicyName"), server.Options.Protect).ShouldBe(("TransferSecurityPolicy-2025-03", true));
        server.List("endpointDetails.securityGroupIds").ShouldBe(["sg-1"]);
        server.List("endpointDetails.subnetIds").ShouldBe(["subnet-public-a", "subnet-public-b"]);
        server.List("endpointDetails.addressAllocationIds").ShouldBe(["files-eu-central-1-a-id", "files-eu-central-1-b-id"]);
        plan.Some("aws:ec2/eip:Eip").ShouldAllBe(address => address.Text("domain") == "vpc");
    }

    [Fact]
    public async Task The_server_waits_for_the_way_to_the_internet()
    {
        var plan = await Plan.Of(() =>
        {
            var internet = new InternetGateway("internet");
            _ = new SftpServer("files", Args with { Subnets = [.. Args.Subnets.Select(subnet => subnet with { WayOut = [internet] })] });
        });

        plan.One("aws:transfer/server:Server").DependsOn.Distinct().ShouldBe(["internet"]);
    }

    [Fact]
    public async Task A_user_sees_a_folder_of_their_own_and_may_do_nothing_beside_it()
    {
        var plan = await PlanOf(Args);

        var user = plan.One("aws:transfer/user:User", "files-eu-central-1-acme");
        (user.Text("userName"), user.Text("homeDirectoryType")).ShouldBe(("acme", "LOGICAL"));
        (user.Text("homeDirectoryMappings.0.entry"), user.Text("homeDirectoryMappings.0.target")).ShouldBe(("/", "/files-eu-central-1/acme"));
        var statements = Statements(plan.One("aws:iam/rolePolicy:RolePolicy", "files-eu-central-1-acme").Text("policy")!);
        statements["UseOwnFolder"].ShouldBe("s3:DeleteObject s3:GetObject s3:PutObject on arn:aws:s3:::files-eu-central-1/acme/*");
        statements["ListOwnFolder"].ShouldBe("""s3:ListBucket on arn:aws:s3:::files-eu-central-1 if {"StringLike":{"s3:prefix":"acme/*"}}""");
        statements["UseKey"].ShouldBe($"kms:Decrypt kms:GenerateDataKey on {Key}");
        statements.Keys.ShouldBe(["ListOwnFolder", "FindBucket", "UseOwnFolder", "UseKey"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_servers_of_this_account_take_on_a_users_role() =>
        (await PlanOf(Args)).One("aws:iam/role:Role").Text("assumeRolePolicy").ShouldBe(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Trust","Effect":"Allow","Principal":{"Service":"transfer.amazonaws.com"}"""
            + ""","Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}"""
            + ""","ArnLike":{"aws:SourceArn":"arn:aws:transfer:eu-central-1:123456789012:user/*"}}}]}""");

    [Fact]
    public async Task Files_are_encrypted_with_the_given_key_keep_their_versions_and_travel_by_tls_alone()
    {
        var plan = await PlanOf(Args);

        var rule = plan.One("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "files-eu-central-1");
        (rule.Text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm"),
                rule.Text("rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId"), rule.Flag("rules.0.bucketKeyEnabled"))
            .ShouldBe(("aws:kms", Key, true));
        plan.One("aws:s3/bucketVersioning:BucketVersioning").Text("versioningConfiguration.status").ShouldBe("Enabled");
        plan.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "files-eu-central-1")
            .Number("rules.0.noncurrentVersionExpiration.noncurrentDays").ShouldBe(30);
        plan.One("aws:s3/bucketPolicy:BucketPolicy", "files-eu-central-1").Text("policy").ShouldNotBeNull().ShouldContain("DenyPlainHttp");
        plan.Some("aws:s3/bucket:Bucket").ShouldAllBe(bucket => bucket.Options.Protect == true && bucket.Flag("forceDestroy") == false);
        // It keeps its own versions; AWS Backup would ask for a role that may read it.
        plan.Some("aws:s3/bucket:Bucket").ShouldAllBe(bucket => bucket.At($"tags.{Naming.BackupTag}") == null);
    }

    [Fact]
    public async Task It_is_known_who_read_what()
    {
        var plan = await PlanOf(Args);

        plan.One("aws:s3/bucketLogging:BucketLogging").Text("targetBucket").ShouldBe("files-eu-central-1-access");
        plan.One("aws:s3/bucketPolicy:BucketPolicy", "files-eu-central-1-access").Text("policy").ShouldNotBeNull().ShouldContain("logging.s3.amazonaws.com");
        plan.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "files-eu-central-1-access")
            .Number("rules.0.expiration.days").ShouldBe(365);
    }

    [Fact]
    public async Task A_given_bucket_is_used_as_it_is()
    {
        var plan = await PlanOf(Args with { Bucket = SftpBucket.Given("exchange", Key) });

        plan.All("aws:s3/bucket:Bucket").ShouldBeEmpty();
        plan.One("aws:transfer/user:User").Text("homeDirectoryMappings.0.target").ShouldBe("/exchange/acme");
    }

    [Fact]
    public async Task Logs_go_to_one_group_that_is_encrypted_and_emptied()
    {
        var plan = await PlanOf(Args);

        var group = plan.One("aws:cloudwatch/logGroup:LogGroup");
        (group.Number("retentionInDays"), group.Text("kmsKeyId")).ShouldBe((365, Key));
        var server = plan.One("aws:transfer/server:Server");
        server.List("structuredLogDestinations").ShouldBe(["arn:aws:mock:::files-eu-central-1:*"]);
        (server.At("loggingRole"), server.Inputs.ContainsKey("hostKey")).ShouldBe((null, false));
        plan.One("aws:cloudwatch/logMetricFilter:LogMetricFilter").Text("pattern").ShouldBe("{ $.activity-type = \"AUTH_FAILURE\" }");
    }

    [Fact]
    public async Task A_user_or_a_key_more_changes_nothing_that_is_there()
    {
        var more = Acme with { PublicKeys = new Dictionary<string, string> { ["2026"] = SftpUserTests.Ed25519, ["2027"] = SftpUserTests.Ecdsa } };

        var before = (await PlanOf(Args)).Urns("test");
        var after = (await PlanOf(Args with { Users = [Acme with { Name = "aaa-transport" }, more] })).Urns("test");

        before.Except(after).ShouldBeEmpty();
        after.Count.ShouldBe(before.Count + 5);
    }

    [Fact]
    public async Task Its_alarm_counts_what_its_log_filter_counts()
    {
        SftpServer? server = null;
        var filter = (await Plan.Of(() => server = new SftpServer("files-eu-central-1", Args))).One("aws:cloudwatch/logMetricFilter:LogMetricFilter");

        var measure = (Metric)server!.Telemetry.Alarms.ShouldHaveSingleItem().Measure;
        (measure.Namespace, measure.Name).ShouldBe((filter.Text("metricTransformation.namespace"), filter.Text("metricTransformation.name")));
    }

    [Fact]
    public async Task A_server_that_moves_here_keeps_its_host_key() =>
        (await PlanOf(Args with { HostKey = "moved" })).One("aws:transfer/server:Server").Text("hostKey").ShouldBe("moved");

    [Fact]
    public async Task All_problems_are_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new SftpServer("files", Args with
        {
            Subnets = Places.Subnets(SubnetTier.App, "a"),
            Users = [Acme, Acme, Acme with { Name = "Ac", PublicKeys = new Dictionary<string, string>() }],
            Bucket = SftpBucket.Own(Key, oldVersionDays: 0),
            Logs = new(31, Key),
        }))).ShouldBe(
            """
            SftpServer 'files' cannot be built:
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - Subnet app-a (10.0.0.0/20) is of the app tier; expected are subnets of the public tier.
              - The user name 'Ac' is refused; expected are 3 to 100 characters: lower-case words joined by hyphens, beginning with a letter.
              - User 'Ac' has no public key, so nobody could log in; expected is at least one.
              - The name 'files-Ac' of the role may hold lower-case letters, digits and single hyphens only, and begins with a letter.
              - User 'acme' is given 2 times.
              - OldVersionDays is 0; expected is at least 1.
              - Logs of file transfers are to be kept 31 days; CloudWatch Logs allows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.
            """);

    [Fact]
    public async Task A_server_without_users_is_refused() =>
        (await Plan.ErrorOf(() => _ = new SftpServer("files", Args with { Users = [] }))).ShouldContain("It has no user; expected is at least one.");

    private static Task<Plan> PlanOf(SftpServerArgs args) => Plan.Of(() => _ = new SftpServer("files-eu-central-1", args));

    private static Dictionary<string, string> Statements(string policy) => JsonDocument.Parse(policy).RootElement.GetProperty("Statement").EnumerateArray()
        .ToDictionary(statement => statement.GetProperty("Sid").GetString()!, statement =>
            $"{Joined(statement, "Action")} on {Joined(statement, "Resource")}"
            + $"{(statement.TryGetProperty("Condition", out var condition) ? $" if {condition}" : "")}");

    private static string Joined(JsonElement statement, string member) =>
        string.Join(' ', statement.GetProperty(member).EnumerateArray().Select(item => item.GetString()));
}
