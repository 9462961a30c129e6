using Infra.Components.Compute;
using Infra.Components.Networking;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Compute;

public sealed class BastionTests
{
    private static readonly BastionArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.App, "a", "b", "c"),
        SecurityGroupId = "sg-bastion",
        ImageId = "ami-0123456789abcdef0",
        InstanceType = "t4g.nano",
    };

    [Fact]
    public async Task Administrators_find_a_bastion_when_a_zone_is_lost()
    {
        var group = (await Plan.Of(() => _ = new Bastion("bastion", Args))).One("aws:autoscaling/group:Group");

        (group.Number("minSize"), group.Number("maxSize")).ShouldBe((2, 3));
        group.List("vpcZoneIdentifiers").ShouldBe(["subnet-app-a", "subnet-app-b", "subnet-app-c"]);
        group.Options.IgnoreChanges.ShouldBe(["desiredCapacity"]);
    }

    [Fact]
    public async Task A_bastion_has_no_public_address_and_no_rights_but_to_be_reached_through_session_manager()
    {
        var plan = await Plan.Of(() => _ = new Bastion("bastion", Args));

        var template = plan.One("aws:ec2/launchTemplate:LaunchTemplate");
        template.Text("networkInterfaces.0.associatePublicIpAddress").ShouldBe("false");
        template.List("networkInterfaces.0.securityGroups").ShouldBe(["sg-bastion"]);
        plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment").ShouldBeEmpty();
        plan.One("aws:iam/rolePolicy:RolePolicy").Text("policy").ShouldBe(InstanceRoleTests.BeReached);
    }

    [Fact]
    public async Task Adding_a_zone_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new Bastion("bastion", Args with { Subnets = Places.Subnets(SubnetTier.App, "a", "b") }));
        var after = await Plan.Of(() => _ = new Bastion("bastion", Args));

        after.Urns("test").ShouldBe(before.Urns("test"));
    }

    [Fact]
    public async Task Every_problem_of_a_bastion_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Bastion("bastion", Args with
        {
            Subnets = Places.Subnets(SubnetTier.Public, "a"),
            ImageId = "resolve:ssm:/latest",
            InstanceType = "small",
        }))).ShouldBe(
            """
            Bastion 'bastion' cannot be built:
              - Its subnets lie in 1 zone(s); expected are at least 2, so that it survives the loss of one.
              - Subnet public-a (10.0.16.0/22) is of the public tier; expected are subnets of the app tier.
              - ImageId is 'resolve:ssm:/latest'; expected the id of an AMI, such as ami-0123456789abcdef0.
              - InstanceType is 'small'; expected a type such as t4g.small.
            """);

    [ToolFact("sshd", "ssh-keygen")]
    public async Task Sshd_takes_the_configuration_and_forwards_to_port_22_alone()
    {
        // Elsewhere the service makes this folder when it starts.
        Directory.CreateDirectory("/run/sshd");
        var folder = Directory.CreateTempSubdirectory("bastion").FullName;
        var (key, file) = (Path.Combine(folder, "key"), Path.Combine(folder, "sshd_config"));
        await Tool.RunAsync("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key);
        await File.WriteAllTextAsync(file, BastionServer.Configuration + $"HostKey {key}\n");

        var effective = (await Tool.RunAsync("sshd", "-T", "-f", file)).Split('\n');

        effective.ShouldContain("permitopen *:22");
        effective.ShouldContain("allowtcpforwarding local");
        effective.ShouldContain("permitrootlogin no");
        effective.ShouldContain("passwordauthentication no");
        effective.ShouldContain("kbdinteractiveauthentication no");
        effective.ShouldContain("authenticationmethods publickey");
        Directory.Delete(folder, recursive: true);
    }

    [ToolFact("cloud-init", "shellcheck")]
    public async Task Cloud_init_and_shellcheck_take_what_runs_at_boot()
    {
        var folder = Directory.CreateTempSubdirectory("bastion").FullName;
        var (boot, start) = (Path.Combine(folder, "user-data"), Path.Combine(folder, "start-bastion"));
        await File.WriteAllTextAsync(boot, BastionServer.BootScript.Text);
        await File.WriteAllTextAsync(start, BastionServer.StartScript);

        (await Tool.RunAsync("cloud-init", "schema", "--config-file", boot)).ShouldContain("Valid cloud-config");
        (await Tool.RunAsync("shellcheck", "--severity=style", start)).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }
}
