using Infra.Components.Compute;
using Infra.Components.Networking;
using Infra.Stacks;
using Infra.Tests.Testing;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Components.Compute;

public sealed class GoldenImageTests
{
    private const string Recipe = "aws:imagebuilder/imageRecipe:ImageRecipe";
    private const string Component = "aws:imagebuilder/component:Component";
    private const string Pipeline = "aws:imagebuilder/imagePipeline:ImagePipeline";

    private static readonly ImageStep Nginx = new() { Key = "nginx", Build = "set -eu\n\ndnf install -y nginx\n", Validate = "nginx -v\n" };

    private static readonly ImageRecipe Web = new() { BaseImage = "ami-0123456789abcdef0", Version = "1.0", Steps = [Nginx] };

    private static readonly GoldenImageArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Regions = ["us-east-1", "eu-central-1"],
        Subnet = Places.Subnets(SubnetTier.App, "a")[0],
        SecurityGroupId = "sg-1",
        Recipe = Web,
        InstanceType = "t4g.small",
    };

    [Fact]
    public async Task Images_are_published_in_every_region_with_a_parameter_that_holds_their_ids()
    {
        var plan = await PlanOf(Args);

        var distribution = plan.One("aws:imagebuilder/distributionConfiguration:DistributionConfiguration");
        (distribution.Text("distributions.0.region"), distribution.Text("distributions.1.region")).ShouldBe(("eu-central-1", "us-east-1"));
        distribution.Text("distributions.1.ssmParameterConfigurations.0.parameterName").ShouldBe("/imagebuilder/shop/test/image");
        distribution.Text("distributions.0.amiDistributionConfiguration.name").ShouldBe("shop-test-image-{{ imagebuilder:buildDate }}");
        plan.One("infra:compute:GoldenImage").Outputs["parameterName"].ShouldBe("/imagebuilder/shop/test/image");
        MachineImage.OfParameter(Places.Frankfurt, "/imagebuilder/shop/test/image:3").Check().ShouldBeEmpty();
    }

    [Fact]
    public async Task Machines_that_make_images_stand_among_the_others_with_no_more_than_they_need()
    {
        var plan = await PlanOf(Args);

        var machines = plan.One("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration");
        (machines.Text("subnetId"), machines.List("securityGroupIds").Single(), machines.Text("instanceProfileName"))
            .ShouldBe(("subnet-app-a", "sg-1", "image-role"));
        (machines.Text("instanceMetadataOptions.httpTokens"), machines.Flag("terminateInstanceOnFailure")).ShouldBe(("required", true));
        machines.DependsOn.ShouldBe(["image-role", "image-image-builder", "image-managed-machine"]);
        plan.Some("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Select(attachment => attachment.Text("policyArn")).ShouldBe(
            ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilder"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_is_made_before_somebody_or_a_schedule_says_so()
    {
        (await PlanOf(Args)).One(Pipeline).Inputs.Keys.ShouldNotContain("schedule");

        var scheduled = (await PlanOf(Args with { Schedule = "cron(0 3 ? * sun *)" })).One(Pipeline);
        (scheduled.Text("schedule.scheduleExpression"), scheduled.Text("schedule.pipelineExecutionStartCondition"))
            .ShouldBe(("cron(0 3 ? * sun *)", "EXPRESSION_MATCH_ONLY"));
    }

    [Fact]
    public async Task New_content_is_a_new_version_and_old_content_keeps_its_own()
    {
        var before = await PlanOf(Args);
        var step = Nginx with { Build = "dnf install -y nginx-core\n" };
        var after = await PlanOf(Args with { Recipe = Web with { Steps = [step, Nginx with { Key = "agent" }] } });

        before.One(Component).Text("version").ShouldBe(Web.VersionOf(Nginx));
        after.One(Component, "image-nginx").Text("version").ShouldNotBe(before.One(Component).Text("version"));
        after.One(Recipe).Text("version").ShouldNotBe(before.One(Recipe).Text("version"));
        (await PlanOf(Args)).One(Recipe).Text("version").ShouldBe(before.One(Recipe).Text("version"));
        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        Web.FullVersion.ShouldMatch("^1[.]0[.][0-9]{1,10}$");
    }

    [Theory]
    [InlineData("ami-0fedcba9876543210", 20, "/dev/xvda")]
    [InlineData("ami-0123456789abcdef0", 30, "/dev/xvda")]
    [InlineData("ami-0123456789abcdef0", 20, "/dev/sda1")]
    public void Whatever_makes_another_image_makes_another_version(string image, int gibibytes, string device) =>
        (Web with { BaseImage = image, RootVolumeGibibytes = gibibytes, RootDevice = device }).FullVersion.ShouldNotBe(Web.FullVersion);

    [Fact]
    public void A_step_is_read_as_it_was_written()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Nginx.Document));

        var document = (YamlMappingNode)yaml.Documents[0].RootNode;
        document["schemaVersion"].ToString().ShouldBe("1.0");
        document["phases"].ShouldBeOfType<YamlSequenceNode>().Select(phase => phase["name"].ToString()).ShouldBe(["build", "validate"]);
        document["phases"][0]["steps"][0]["action"].ToString().ShouldBe("ExecuteBash");
        document["phases"][0]["steps"][0]["inputs"]["commands"][0].ToString().ShouldBe(Nginx.Build);
    }

    [ToolFact("shellcheck")]
    public async Task Shellcheck_finds_no_fault_with_the_steps_of_the_platforms_image()
    {
        var folder = Directory.CreateTempSubdirectory("image");
        foreach (var step in WebImage.Steps)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{step.Key}-build"), step.Build);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{step.Key}-validate"), step.Validate);
        }

        (await Tool.RunAsync("shellcheck", ["--shell=bash", "--severity=style", .. Directory.GetFiles(folder.FullName)])).ShouldBeEmpty();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("arn:aws:imagebuilder:eu-central-1:aws:image/amazon-linux-2023-arm64/2026.11.3/1", true)]
    [InlineData("arn:aws:imagebuilder:eu-central-1:aws:image/amazon-linux-2023-arm64/2026.11.3", false)]
    [InlineData("arn:aws:imagebuilder:eu-central-1:aws:image/amazon-linux-2023-arm64/x.x.x", false)]
    [InlineData("ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64", false)]
    public void Only_a_base_that_never_changes_is_taken(string image, bool isTaken) =>
        (Web with { BaseImage = image }).Check().Any().ShouldBe(!isTaken);

    [Fact]
    public async Task Every_problem_of_an_image_is_told_at_once()
    {
        var error = await Plan.ErrorOf(() => _ = new GoldenImage("image", Args with
        {
            Regions = ["us-east-1", "us-east-1", "frankfurt"],
            Subnet = Places.Subnets(SubnetTier.Public, "a")[0],
            InstanceType = "small",
            Schedule = "every sunday",
            Recipe = new()
            {
                BaseImage = "latest",
                Version = "1",
                Steps =
                [
                    Nginx, Nginx, new() { Key = "Two words", Build = " ", Validate = "" },
                    new() { Key = "long", Build = new string('x', 16_000), Validate = "true" },
                ],
                RootVolumeGibibytes = 0,
                RootDevice = "xvda",
            },
        }));

        error.ShouldBe(
            $"""
            GoldenImage 'image' cannot be built:
              - Subnet public-a is of the public tier; expected is one of the app tier, whose machines have a way out.
              - Regions lacks eu-central-1, where the images are made.
              - Regions lists 'frankfurt'; expected is a region such as eu-central-1.
              - Regions lists us-east-1 2 times.
              - InstanceType is 'small'; expected a type such as t4g.small.
              - Schedule is 'every sunday'; expected six fields of cron, such as cron(0 3 ? * sun *).
              - BaseImage is 'latest'; expected the id of an AMI, or the ARN of one build of an image with all four numbers, such as …/2026.11.3/1. Anything else would let a newer image in by surprise.
              - Version is '1'; expected are two numbers, such as 1.0.
              - Step 'nginx' is given 2 times.
              - Step 'Two words': its key names a resource; expected are lower-case words joined by hyphens.
              - Step 'Two words': Build is empty; expected is a shell script.
              - Step 'Two words': Validate is empty; expected is a shell script that fails where the step did not work.
              - Step 'long': its document has {new ImageStep { Key = "long", Build = new string('x', 16_000), Validate = "true" }.Document.Length} characters; allowed are 16000. Split the step.
              - RootVolumeGibibytes is 0; allowed is 1 to 65536.
              - RootDevice is 'xvda'; expected a device such as /dev/xvda.
            """);
    }

    [Fact]
    public void An_image_without_steps_is_refused() =>
        (Web with { Steps = [] }).Check().ShouldBe(["It has 0 steps; allowed is 1 to 20."]);

    private static Task<Plan> PlanOf(GoldenImageArgs args) => Plan.Of(() => _ = new GoldenImage("image", args));
}
