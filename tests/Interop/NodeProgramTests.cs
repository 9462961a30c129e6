using Infra.Policies;
using Infra.Review.Engine;
using Infra.Review.Model;
using Infra.Tests.Testing;
using PropertyValue = Infra.Review.Model.PropertyValue;

namespace Infra.Tests.Interop;

/// <summary>A program with the official Node SDK, unmodified, under the offline engine.</summary>
public sealed class NodeProgramTests
{
    private const string Prefix = "urn:pulumi:dev::interop::";
    private const string Stack = $"{Prefix}pulumi:pulumi:Stack::interop-dev";
    private const string Network = $"{Prefix}interop:network:Network::main";
    private const string Vpc = $"{Prefix}interop:network:Network$aws:ec2/vpc:Vpc::main-vpc";
    private const string SubnetB = $"{Prefix}interop:network:Network$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::main-subnet-b";
    private const string SubnetC = $"{Prefix}interop:network:Network$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::main-subnet-c";
    private const string Database = $"{Prefix}interop:data:Database::orders";
    private const string Firewall = $"{Prefix}interop:data:Database$aws:ec2/securityGroup:SecurityGroup::orders-firewall";
    private const string SubnetGroup = $"{Prefix}interop:data:Database$aws:rds/subnetGroup:SubnetGroup::orders-subnets";
    private const string Instance = $"{Prefix}interop:data:Database$aws:rds/instance:Instance::orders-instance";
    private const string Ireland = $"{Prefix}pulumi:providers:aws::ireland";
    private const string Archive = $"{Prefix}aws:s3/bucket:Bucket::archive";
    private const string Connection = $"{Prefix}aws:ssm/parameter:Parameter::connection";

    private static readonly Lazy<Task<Preview>> Known = new(() => PreviewAsync(unknowns: false));
    private static readonly Lazy<Task<Preview>> Unknown = new(() => PreviewAsync(unknowns: true));

    [NodeFact]
    public async Task Every_resource_is_there_with_its_parent()
    {
        var preview = await Known.Value;

        preview.Sdk.ShouldBe("nodejs");
        preview.Resources.ToDictionary(resource => resource.Urn, resource => resource.Parent).ShouldBe(new Dictionary<string, string?>
        {
            [Stack] = null,
            [Network] = Stack,
            [Vpc] = Network,
            [SubnetB] = Vpc,
            [SubnetC] = Vpc,
            [Database] = Stack,
            [Firewall] = Database,
            [SubnetGroup] = Database,
            [Instance] = Database,
            [Ireland] = Stack,
            [Archive] = Stack,
            [Connection] = Stack,
        }, ignoreOrder: true);
    }

    [NodeFact]
    public async Task Dependencies_come_from_values_and_from_depends_on_and_a_component_stands_for_its_resources()
    {
        var preview = await Known.Value;

        Resource(preview, Firewall).Dependencies.ShouldBe([Vpc]);
        Resource(preview, SubnetGroup).Dependencies.ShouldBe([SubnetB, SubnetC]);
        // dependsOn the network reaches the VPC and, below it, nothing: a custom resource stands for itself.
        Resource(preview, Instance).Dependencies.ShouldBe(new[] { Firewall, SubnetGroup, Vpc }.Order(StringComparer.Ordinal));
        Resource(preview, Connection).Dependencies.ShouldBe(new[] { Archive, Instance }.Order(StringComparer.Ordinal));
    }

    [NodeFact]
    public async Task Dependencies_are_known_per_property()
    {
        var preview = await Known.Value;

        DependenciesOf(Resource(preview, Instance), "vpcSecurityGroupIds").ShouldBe([Firewall]);
        DependenciesOf(Resource(preview, Instance), "dbSubnetGroupName").ShouldBe([SubnetGroup]);
        DependenciesOf(Resource(preview, Instance), "engine").ShouldBeEmpty();
        DependenciesOf(Resource(preview, Connection), "value").ShouldBe(new[] { Archive, Instance }.Order(StringComparer.Ordinal));
    }

    [NodeFact]
    public async Task Options_arrive()
    {
        var preview = await Known.Value;

        Resource(preview, Instance).Options.Protect.ShouldBeTrue();
        Resource(preview, Instance).Options.IgnoreChanges.ShouldBe(["allocatedStorage"]);
        Resource(preview, Archive).Options.Aliases.ShouldContain($"{Prefix}aws:s3/bucket:Bucket::old-archive");
        Resource(preview, Archive).Provider.ShouldNotBeNull().ShouldStartWith(Ireland);
        Resource(preview, Vpc).Provider.ShouldNotBeNull().ShouldNotStartWith(Ireland);
    }

    [NodeFact]
    public async Task Secrets_stay_secret_through_interpolation_and_outputs()
    {
        var preview = await Known.Value;

        Resource(preview, Instance).Inputs["password"].ShouldBeOfType<PropertyValue.Secret>();
        Resource(preview, Instance).Outputs["password"].ShouldBeOfType<PropertyValue.Secret>();
        Resource(preview, Connection).Inputs["value"].ShouldBeOfType<PropertyValue.Secret>().Plain.ToString().ShouldContain("canary-2f6b1d");
        Resource(preview, Connection).Outputs["arn"].ShouldBeOfType<PropertyValue.Secret>();
        preview.StackOutputs["token"].ShouldBe(new PropertyValue.Secret(new PropertyValue.Text("canary-2f6b1d")));
        preview.StackOutputs["parameterArn"].ShouldBeOfType<PropertyValue.Secret>();
        preview.StackOutputs["vpcId"].ShouldBeOfType<PropertyValue.Text>();
        preview.Resources.ShouldAllBe(resource => !resource.ToString().Contains("canary"));
    }

    [NodeFact]
    public async Task Computed_outputs_reach_other_resources_and_an_invoke_is_answered_as_the_project_recorded_it()
    {
        var preview = await Known.Value;

        Resource(preview, SubnetB).Inputs["vpcId"].ShouldBe(Resource(preview, Vpc).Id);
        Resource(preview, SubnetB).Inputs["availabilityZone"].ShouldBe(new PropertyValue.Text("eu-central-1b"));
        Resource(preview, SubnetC).Inputs["availabilityZone"].ShouldBe(new PropertyValue.Text("eu-central-1c"));
        Resource(preview, Connection).Inputs["value"].ShouldBeOfType<PropertyValue.Secret>().Plain.ToString().ShouldNotContain("undefined");
    }

    [NodeFact]
    public async Task With_unknowns_what_is_computed_is_unknown_and_all_else_is_not()
    {
        var preview = await Unknown.Value;

        Resource(preview, Vpc).Inputs["cidrBlock"].ShouldBe(new PropertyValue.Text("10.7.0.0/16"));
        Resource(preview, Vpc).Id.ShouldBeOfType<PropertyValue.Unknown>();
        Resource(preview, SubnetB).Inputs["vpcId"].ShouldBeOfType<PropertyValue.Unknown>();
        Resource(preview, SubnetB).Inputs["cidrBlock"].ShouldBe(new PropertyValue.Text("10.7.0.0/24"));
        // The engine's answer leaves computed outputs out: an SDK that did not know of the dry run would take them for absent.
        Resource(preview, Instance).Inputs["dbSubnetGroupName"].ShouldBeOfType<PropertyValue.Unknown>();
        preview.StackOutputs["parameterArn"].HoldsUnknown.ShouldBeTrue();
        Resource(preview, Connection).Inputs["value"].HoldsUnknown.ShouldBeTrue();
        Resource(preview, Connection).Inputs["value"].HoldsSecret.ShouldBeTrue();
        preview.StackOutputs["vpcId"].HoldsUnknown.ShouldBeTrue();
        preview.Resources.Select(resource => resource.Urn).ShouldBe((await Known.Value).Resources.Select(resource => resource.Urn));
    }

    [NodeFact]
    public async Task Unknown_values_keep_their_dependencies()
    {
        var preview = await Unknown.Value;

        DependenciesOf(Resource(preview, Instance), "vpcSecurityGroupIds").ShouldBe([Firewall]);
        DependenciesOf(Resource(preview, SubnetGroup), "subnetIds").ShouldBe([SubnetB, SubnetC]);
    }

    [NodeFact]
    public async Task Sources_are_lines_of_the_program_not_of_its_packages()
    {
        var preview = await Known.Value;

        SourceText(Resource(preview, Vpc)).ShouldStartWith("this.vpc = new aws.ec2.Vpc(");
        SourceText(Resource(preview, Ireland)).ShouldStartWith("const ireland = new aws.Provider(");
        SourceText(Resource(preview, SubnetB)).ShouldStartWith("this.subnets = args.zones.map(");
        Resource(preview, Instance).SourceChain.Select(TextOf).Last().ShouldStartWith("const database = new Database(");
    }

    private static async Task<Preview> PreviewAsync(bool unknowns)
    {
        var folder = await NodePackage.InstallAsync("NodeProgram");
        return await OfflineEngine.PreviewAsync(new PreviewRequest { Folder = folder, Stack = "dev", Unknowns = unknowns });
    }

    private static PreviewResource Resource(Preview preview, string urn) => preview.Resources.Single(resource => resource.Urn == urn);

    private static IReadOnlyList<string> DependenciesOf(PreviewResource resource, string property) =>
        resource.PropertyDependencies.SingleOrDefault(entry => entry.Key == property).Value ?? [];

    private static string SourceText(PreviewResource resource) => TextOf(resource.Source.ShouldNotBeNull(resource.Urn));

    private static string TextOf(SourceLocation location)
    {
        location.File.ShouldBe("index.js");
        return File.ReadLines(Repository.Path("tests", "Interop", "NodeProgram", location.File)).ElementAt(location.Line - 1).Trim();
    }
}
