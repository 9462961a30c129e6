using System.Collections.Immutable;
using Infra.Components.Compute;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi.Testing;

namespace Infra.Tests.Components.Compute;

public sealed class MachineImageTests
{
    [Fact]
    public async Task An_image_may_be_the_one_that_a_version_of_a_parameter_names()
    {
        MockCallArgs? asked = null;
        var template = await TemplateOf(MachineImage.OfParameter(Places.Frankfurt, "/shop/images/web:7"), call =>
        {
            asked = call;
            return Answer(("insecureValue", "ami-0fedcba9876543210"));
        });

        template.Text("imageId").ShouldBe("ami-0fedcba9876543210");
        (asked!.Token, asked.Args["name"], asked.Args["region"]).ShouldBe(("aws:ssm/getParameter:getParameter", "/shop/images/web:7", "eu-central-1"));
    }

    [Fact]
    public async Task An_image_may_be_the_one_of_a_whole_name()
    {
        MockCallArgs? asked = null;
        var template = await TemplateOf(MachineImage.Named(Places.Frankfurt, "self", "web-2026-11-20"), call =>
        {
            asked = call;
            return Answer(("id", "ami-0fedcba9876543210"));
        });

        template.Text("imageId").ShouldBe("ami-0fedcba9876543210");
        asked!.Token.ShouldBe("aws:ec2/getAmi:getAmi");
        asked.Args.Keys.ShouldNotContain("mostRecent");
    }

    [Theory]
    [InlineData("/shop/images/web")]
    [InlineData("/shop/images/web:latest")]
    [InlineData("/shop/images/web:0")]
    [InlineData("shop:1")]
    public void A_parameter_without_its_version_is_refused(string parameter) =>
        MachineImage.OfParameter(Places.Frankfurt, parameter).Check().ShouldBe(
        [
            $"The image's parameter is '{parameter}'; expected a path and a version, such as /shop/images/web:7. "
                + "Without the version a new image would replace the machines by surprise.",
        ]);

    [Theory]
    [InlineData("web-*")]
    [InlineData("web-2026-11-2?")]
    [InlineData("")]
    public void A_name_that_could_find_another_image_tomorrow_is_refused(string name) =>
        MachineImage.Named(Places.Frankfurt, "self", name).Check()
            .ShouldHaveSingleItem().ShouldStartWith($"The image's name is '{name}'; expected the whole name.");

    [Theory]
    [InlineData("resolve:ssm:/images/web")]
    [InlineData("ami-latest")]
    public void Only_an_id_is_taken_for_one(string id) =>
        MachineImage.Pinned(id).Check().ShouldBe([$"ImageId is '{id}'; expected the id of an AMI, such as ami-0123456789abcdef0."]);

    [Fact]
    public async Task A_refused_image_is_not_looked_for() =>
        (await Plan.ErrorOf(() => _ = new WebCluster("web", Args(MachineImage.Named(Places.Frankfurt, "self", "web-*")))))
            .ShouldContain("Wildcards would find a newer image");

    private static async Task<PlannedResource> TemplateOf(MachineImage image, Func<MockCallArgs, object> answer) =>
        (await Plan.Of(() => _ = new WebCluster("web", Args(image)), answer)).One("aws:ec2/launchTemplate:LaunchTemplate");

    private static WebClusterArgs Args(MachineImage image) => new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Subnets = Places.Subnets(SubnetTier.App, "a", "b"),
        SecurityGroupId = "sg-1",
        Targets = [Places.Target],
        Machine = new() { Image = image, InstanceType = "t4g.small", BootScript = new("#!/bin/sh\n") },
        Scaling = new() { Minimum = 2, Maximum = 6 },
    };

    private static ImmutableDictionary<string, object> Answer(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
