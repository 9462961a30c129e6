using System.Text.RegularExpressions;
using Infra.Components.Networking;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.ImageBuilder;
using Pulumi.Aws.ImageBuilder.Inputs;
using AwsImageRecipe = Pulumi.Aws.ImageBuilder.ImageRecipe;

namespace Infra.Components.Compute;

public sealed record GoldenImageArgs
{
    public required Naming Naming { get; init; }

    /// <summary>Where images are made and tested.</summary>
    public required Location Location { get; init; }

    /// <summary>Where images are needed, the region they are made in among them.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>An app subnet for the machines that make and test images; they need a way out.</summary>
    public required ZoneSubnet Subnet { get; init; }

    public required Input<string> SecurityGroupId { get; init; }

    public required ImageRecipe Recipe { get; init; }

    /// <summary>Of the architecture of the base image.</summary>
    public required string InstanceType { get; init; }

    /// <summary>When images are made, in UTC, such as <c>cron(0 3 ? * sun *)</c>; null leaves it to whoever starts the pipeline.</summary>
    public string? Schedule { get; init; }
}

/// <summary>
/// A pipeline that makes machine images, tests them and publishes each in every region. No machine starts from a new image before
/// somebody writes its id, or the version of the parameter that holds it, into the program.
/// </summary>
public sealed partial class GoldenImage : ComponentResource
{
    // Image Builder asks for both (as published pipelines attach them, looked up 2026-11): it runs its steps as documents of Systems Manager.
    // Whoever is on such a machine can therefore read the parameters of the account; it lives for the minutes of a build.
    private const string BuilderPolicy = "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilder";
    private const string ManagedPolicy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
    private const int TestMinutes = 60;

    public GoldenImage(string name, GoldenImageArgs args, ComponentResourceOptions? options = null)
        : base("infra:compute:GoldenImage", name, options)
    {
        Check(name, args).ThrowIfAny();

        // Image Builder itself may write below this prefix (user guide, AMI distribution prerequisites, read 2026-11).
        ParameterName = $"/imagebuilder/{args.Naming.Product}/{args.Naming.Environment}/{name}";
        var child = new CustomResourceOptions { Parent = this };
        var role = new InstanceRole($"{name}-role", new() { Naming = args.Naming }, new() { Parent = this });
        var permissions = (Allow($"{name}-image-builder", BuilderPolicy, role, child), Allow($"{name}-managed-machine", ManagedPolicy, role, child));
        var recipe = CreateRecipe(name, args, child);
        var machines = CreateMachines(name, args, role, permissions, child);
        var distribution = CreateDistribution(name, args, ParameterName, child);

        PipelineArn = CreatePipeline(name, args, recipe, machines, distribution, child).Arn;
        RecipeVersion = args.Recipe.FullVersion;
        RegisterOutputs();
    }

    /// <summary>In each region: its versions hold the ids of the images, the newest last.</summary>
    [Output("parameterName")]
    public string ParameterName { get; }

    [Output("pipelineArn")]
    public Output<string> PipelineArn { get; }

    [Output("recipeVersion")]
    public string RecipeVersion { get; }

    private static Problems Check(string name, GoldenImageArgs args) => new Problems("GoldenImage", name)
        .Add(CloudName.Role.Check($"{name}-role"))
        .Unless(args.Subnet.Plan.Tier == SubnetTier.App, $"Subnet {args.Subnet.Plan.Key} is of the {args.Subnet.Plan.Tier} tier; "
            + $"expected is one of the {SubnetTier.App} tier, whose machines have a way out.")
        .Unless(args.Regions.Contains(args.Location.Region), $"Regions lacks {args.Location.Region}, where the images are made.")
        .Add(args.Regions.Where(region => !Location.IsRegion(region)).Select(region => $"Regions lists '{region}'; expected is a region such as eu-central-1."))
        .Add(args.Regions.GroupBy(region => region).Where(group => group.Count() > 1).Select(group => $"Regions lists {group.Key} {group.Count()} times."))
        .Unless(Machine.IsInstanceType(args.InstanceType), $"InstanceType is '{args.InstanceType}'; expected a type such as t4g.small.")
        .Unless(args.Schedule is null || SchedulePattern().IsMatch(args.Schedule),
            $"Schedule is '{args.Schedule}'; expected six fields of cron, such as cron(0 3 ? * sun *).")
        .Add(args.Recipe.Check());

    private static RolePolicyAttachment Allow(string name, string policyArn, InstanceRole role, CustomResourceOptions child) =>
        new(name, new RolePolicyAttachmentArgs { Role = role.RoleName, PolicyArn = policyArn }, child);

    private static AwsImageRecipe CreateRecipe(string name, GoldenImageArgs args, CustomResourceOptions child)
    {
        var components = args.Recipe.Steps.Select(step => CreateComponent(name, args, step, child)).ToList();
        return new(name, new ImageRecipeArgs
        {
            Region = args.Location.Region,
            Version = args.Recipe.FullVersion,
            ParentImage = args.Recipe.BaseImage,
            Components = components.Select(component => new ImageRecipeComponentArgs { ComponentArn = component.Arn }).ToList(),
            BlockDeviceMappings = new ImageRecipeBlockDeviceMappingArgs
            {
                DeviceName = args.Recipe.RootDevice,
                Ebs = new ImageRecipeBlockDeviceMappingEbsArgs
                {
                    VolumeType = "gp3",
                    VolumeSize = args.Recipe.RootVolumeGibibytes,
                    Encrypted = "true",
                    DeleteOnTermination = "true",
                },
            },
            SystemsManagerAgent = new ImageRecipeSystemsManagerAgentArgs { UninstallAfterBuild = false },
            Tags = args.Naming.Tags(name),
        }, child);
    }

    private static Component CreateComponent(string name, GoldenImageArgs args, ImageStep step, CustomResourceOptions child) =>
        new($"{name}-{step.Key}", new ComponentArgs
        {
            Region = args.Location.Region,
            Platform = "Linux",
            Version = args.Recipe.VersionOf(step),
            Data = step.Document,
            Tags = args.Naming.Tags($"{name}-{step.Key}"),
        }, child);

    private static InfrastructureConfiguration CreateMachines(
        string name, GoldenImageArgs args, InstanceRole role, (Resource Building, Resource Managed) permissions, CustomResourceOptions child) =>
        new(name, new InfrastructureConfigurationArgs
        {
            Region = args.Location.Region,
            InstanceProfileName = role.ProfileName,
            InstanceTypes = args.InstanceType,
            SubnetId = args.Subnet.Id,
            SecurityGroupIds = args.SecurityGroupId,
            TerminateInstanceOnFailure = true,
            InstanceMetadataOptions = new InfrastructureConfigurationInstanceMetadataOptionsArgs
            {
                HttpTokens = "required",
                HttpPutResponseHopLimit = 1,
            },
            ResourceTags = args.Naming.Tags(name),
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { role, permissions.Building, permissions.Managed } }));

    private static DistributionConfiguration CreateDistribution(
        string name, GoldenImageArgs args, string parameterName, CustomResourceOptions child) =>
        new(name, new DistributionConfigurationArgs
        {
            Region = args.Location.Region,
            Distributions = args.Regions.Order(StringComparer.Ordinal).Select(region => new DistributionConfigurationDistributionArgs
            {
                Region = region,
                AmiDistributionConfiguration = new DistributionConfigurationDistributionAmiDistributionConfigurationArgs
                {
                    Name = $"{args.Naming.For(name)}-{{{{ imagebuilder:buildDate }}}}",
                    AmiTags = args.Naming.Tags(name),
                },
                SsmParameterConfigurations = new DistributionConfigurationDistributionSsmParameterConfigurationArgs
                {
                    ParameterName = parameterName,
                    DataType = "aws:ec2:image",
                },
            }).ToList(),
            Tags = args.Naming.Tags(name),
        }, child);

    private static ImagePipeline CreatePipeline(
        string name, GoldenImageArgs args, AwsImageRecipe recipe, InfrastructureConfiguration machines,
        DistributionConfiguration distribution, CustomResourceOptions child) =>
        new(name, new ImagePipelineArgs
        {
            Region = args.Location.Region,
            ImageRecipeArn = recipe.Arn,
            InfrastructureConfigurationArn = machines.Arn,
            DistributionConfigurationArn = distribution.Arn,
            EnhancedImageMetadataEnabled = true,
            ImageTestsConfiguration = new ImagePipelineImageTestsConfigurationArgs { ImageTestsEnabled = true, TimeoutMinutes = TestMinutes },
            Schedule = args.Schedule is { } schedule
                ? (Input<ImagePipelineScheduleArgs>)new ImagePipelineScheduleArgs
                {
                    ScheduleExpression = schedule,
                    PipelineExecutionStartCondition = "EXPRESSION_MATCH_ONLY",
                }
                : null,
            Tags = args.Naming.Tags(name),
        }, child);

    [GeneratedRegex("^cron[(][^ ()]+( [^ ()]+){5}[)]$")]
    private static partial Regex SchedulePattern();
}
