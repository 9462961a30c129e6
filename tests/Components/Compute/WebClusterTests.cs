using System.Text;
using Infra.Components.Compute;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Compute;

public sealed class WebClusterTests
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";

    private static readonly WebClusterArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.App, "a", "b", "c"),
        SecurityGroupId = "sg-1",
        Targets = [Places.Target],
        Machine = new() { Image = "ami-0123456789abcdef0", InstanceType = "t4g.small", BootScript = new("#!/bin/sh\necho grüezi\n") },
        Scaling = new() { Minimum = 2, Maximum = 6 },
    };

    [Fact]
    public async Task Credentials_of_a_machine_cannot_be_read_by_old_or_distant_requests()
    {
        var template = (await Plan.Of(() => _ = new WebCluster("web", Args))).One(Template);

        template.Text("metadataOptions.httpTokens").ShouldBe("required");
        template.Number("metadataOptions.httpPutResponseHopLimit").ShouldBe(1);
    }

    [Fact]
    public async Task Disks_are_encrypted_and_machines_have_no_public_address()
    {
        var template = (await Plan.Of(() => _ = new WebCluster("web", Args))).One(Template);

        (template.Text("blockDeviceMappings.0.ebs.encrypted"), template.Text("blockDeviceMappings.0.ebs.volumeType")).ShouldBe(("true", "gp3"));
        template.Text("networkInterfaces.0.associatePublicIpAddress").ShouldBe("false");
        template.List("networkInterfaces.0.securityGroups").ShouldBe(["sg-1"]);
        template.Inputs.Keys.ShouldNotContain("vpcSecurityGroupIds");
    }

    [Fact]
    public async Task The_boot_script_arrives_as_it_was_written()
    {
        var template = (await Plan.Of(() => _ = new WebCluster("web", Args))).One(Template);

        Encoding.UTF8.GetString(Convert.FromBase64String(template.Text("userData")!)).ShouldBe("#!/bin/sh\necho grüezi\n");
    }

    [Fact]
    public async Task A_changed_template_rolls_the_clones_and_rolls_back_if_they_fail()
    {
        var group = (await Plan.Of(() => _ = new WebCluster("web", Args))).One(Group);

        group.Text("launchTemplate.version").ShouldBe("7");
        group.Text("instanceRefresh.strategy").ShouldBe("Rolling");
        group.Flag("instanceRefresh.preferences.autoRollback").ShouldBe(true);
        group.Number("instanceRefresh.preferences.minHealthyPercentage").ShouldBe(100);
    }

    [Fact]
    public async Task The_number_of_clones_is_left_to_the_scaler()
    {
        var plan = await Plan.Of(() => _ = new WebCluster("web", Args));

        var group = plan.One(Group);
        (group.Number("minSize"), group.Number("maxSize")).ShouldBe((2, 6));
        group.Inputs.Keys.ShouldNotContain("desiredCapacity");
        group.Options.IgnoreChanges.ShouldContain("desiredCapacity");
        var policy = plan.One("aws:autoscaling/policy:Policy");
        policy.Text("targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType").ShouldBe("ASGAverageCPUUtilization");
        policy.Number("targetTrackingConfiguration.targetValue").ShouldBe(50);
    }

    [Fact]
    public async Task Clones_stand_in_every_zone_and_are_replaced_when_the_load_balancer_finds_them_ill()
    {
        var group = (await Plan.Of(() => _ = new WebCluster("web", Args))).One(Group);

        group.List("vpcZoneIdentifiers").ShouldBe(["subnet-app-a", "subnet-app-b", "subnet-app-c"]);
        group.Text("healthCheckType").ShouldBe("ELB");
        group.Number("healthCheckGracePeriod").ShouldBe(180);
        group.List("targetGroupArns").ShouldBe(["arn:aws:elasticloadbalancing:target"]);
    }

    [Fact]
    public async Task What_the_group_launches_carries_all_tags()
    {
        var plan = await Plan.Of(() => _ = new WebCluster("web", Args));

        plan.One(Group).List("tags").Length.ShouldBe(4);
        plan.One(Template).List("tagSpecifications").Length.ShouldBe(3);
        plan.One(Template).Text("tagSpecifications.2.tags.Owner").ShouldBe("platform-team");
    }

    [Fact]
    public async Task Machines_may_be_reached_through_session_manager_and_may_do_nothing_else()
    {
        var plan = await Plan.Of(() => _ = new WebCluster("web", Args));

        plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").ShouldBeEmpty();
        var policy = plan.One("aws:iam/rolePolicy:RolePolicy");
        (policy.Name, policy.Text("policy")).ShouldBe(("web-role-session-manager", InstanceRoleTests.BeReached));
        plan.One(Template).Text("iamInstanceProfile.arn").ShouldBe("arn:aws:mock:::web-role");
    }

    [Fact]
    public async Task Clones_wait_for_what_they_may_do()
    {
        var permissions = new Dictionary<string, Output<string>> { ["queue"] = Output.Create("{}") };

        var plan = await Plan.Of(() => _ = new WebCluster("web", Args with { Permissions = permissions }));

        plan.One("aws:iam/rolePolicy:RolePolicy", "web-role-queue").Text("policy").ShouldBe("{}");
        plan.One(Template).DependsOn.ShouldBe(["web-role"]);
    }

    [Fact]
    public async Task Every_problem_of_a_cluster_is_told_at_once()
    {
        var error = await Plan.ErrorOf(() => _ = new WebCluster("web", Args with
        {
            Subnets = [.. Places.Subnets(SubnetTier.App, "a"), .. Places.Subnets(SubnetTier.App, "a")],
            Machine = new()
            {
                Image = "resolve:ssm:/images/web",
                InstanceType = "small",
                BootScript = new(new string('x', BootScript.MaximumBytes + 1)),
                RootVolumeGibibytes = 0,
                RootDevice = "xvda",
            },
            Scaling = new() { Minimum = 0, Maximum = 0, CpuPercent = 5, WarmUpSeconds = -1 },
        }));

        error.ShouldBe(
            """
            WebCluster 'web' cannot be built:
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - It has 2 subnets in 1 zone(s); allowed is one per zone.
              - ImageId is 'resolve:ssm:/images/web'; expected the id of an AMI, such as ami-0123456789abcdef0.
              - InstanceType is 'small'; expected a type such as t4g.small.
              - RootVolumeGibibytes is 0; allowed is 1 to 65536.
              - RootDevice is 'xvda'; expected a device such as /dev/xvda.
              - The boot script has 16385 bytes; EC2 allows 16384. Bake what is large into the image.
              - The boot script begins with neither #! nor #cloud-config, so cloud-init would skip it.
              - Minimum is 0; expected is at least 1.
              - Maximum is 0 and Minimum is 0; Maximum must be larger, or there is nothing to scale.
              - CpuPercent is 5; allowed is 10 to 90.
              - WarmUpSeconds is -1; allowed is 0 to 7200.
            """);
    }
}
