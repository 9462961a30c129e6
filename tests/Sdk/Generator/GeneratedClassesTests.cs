using System.Collections.Immutable;
using Infra.Tests.Sdk.Contract;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Testing;
using Aws = Pulumi.Aws;
using Kubernetes = Pulumi.Kubernetes;

namespace Infra.Tests.Sdk.Generator;

public sealed class GeneratedClassesTests
{
    private readonly RecordingMocks _mocks = new();

    [Fact]
    public async Task Defaults_of_the_provider_are_sent()
    {
        await Run(() => _ = new Aws.Ec2.SecurityGroup("group"));

        _mocks.Named("group").Inputs.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, object>("description", "Managed by Pulumi"));
    }

    [Fact]
    public async Task Secret_arguments_are_secret_whatever_is_given()
    {
        var value = new Aws.Rds.InstanceArgs { InstanceClass = "db.t4g.micro", Password = "hunter2" }.Password;

        (await Output.IsSecretAsync(value.ToOutput())).ShouldBeTrue();
        (await Pulumi.Utilities.OutputUtilities.GetValueAsync(value.ToOutput())).ShouldBe("hunter2");
    }

    [Fact]
    public async Task Secret_maps_are_secret_when_assigned()
    {
        var data = new SecretArgs { StringData = new InputMap<string> { ["token"] = "t0ken" } }.StringData;

        (await Output.IsSecretAsync(data.ToOutput())).ShouldBeTrue();
    }

    [Fact]
    public async Task A_policy_is_a_text_or_a_document()
    {
        await Run(() =>
        {
            _ = new Aws.Iam.RolePolicy("text", new Aws.Iam.RolePolicyArgs { Role = "role", Policy = "{}" });
            _ = new Aws.Iam.RolePolicy("document", new Aws.Iam.RolePolicyArgs
            {
                Role = "role",
                Policy = new Aws.Iam.Inputs.PolicyDocumentArgs
                {
                    Version = Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                    Statement =
                    {
                        new Aws.Iam.Inputs.PolicyStatementArgs
                        {
                            Effect = Aws.Iam.PolicyStatementEffect.ALLOW,
                            Action = "s3:GetObject",
                            Resource = ImmutableArray.Create("a", "b"),
                        },
                    },
                },
            });
        });

        _mocks.Named("text").Inputs["policy"].ShouldBe("{}");
        var document = _mocks.Named("document").Inputs["policy"].ShouldBeAssignableTo<IDictionary<string, object>>()!;
        document["Version"].ShouldBe("2012-10-17");
        var statement = document["Statement"]
            .ShouldBeOfType<ImmutableArray<object>>().ShouldHaveSingleItem().ShouldBeAssignableTo<IDictionary<string, object>>()!;
        statement["Effect"].ShouldBe("Allow");
        statement["Resource"].ShouldBe(ImmutableArray.Create<object>("a", "b"));
    }

    [Fact]
    public async Task An_enum_and_its_text_are_the_same_on_the_wire()
    {
        await Run(() =>
        {
            _ = new Aws.Ec2.Instance("typed", new Aws.Ec2.InstanceArgs { InstanceType = Aws.Ec2.InstanceType.T3_Micro });
            _ = new Aws.Ec2.Instance("text", new Aws.Ec2.InstanceArgs { InstanceType = "t3.micro" });
        });

        _mocks.Named("typed").Inputs["instanceType"].ShouldBe("t3.micro");
        _mocks.Named("typed").Inputs.ShouldBe(_mocks.Named("text").Inputs);
    }

    [Fact]
    public async Task A_function_sends_its_token_and_nested_arguments_and_reads_its_result()
    {
        string? name = null;
        await Run(() => Aws.Ec2.GetAmi.Invoke(new()
        {
            MostRecent = true,
            Owners = { "amazon" },
            Filters = { new Aws.Ec2.Inputs.GetAmiFilterInputArgs { Name = "name", Values = { "al2023-*" } } },
        }).Apply(ami => name = ami.Filters[0].Name));

        var call = _mocks.Calls.ShouldHaveSingleItem();
        call.Token.ShouldBe("aws:ec2/getAmi:getAmi");
        call.Args["mostRecent"].ShouldBe(true);
        call.Args["owners"].ShouldBe(ImmutableArray.Create<object>("amazon"));
        name.ShouldBe("name");
    }

    [Fact]
    public async Task A_function_without_arguments_is_called_with_none()
    {
        await Run(async () => await Aws.GetCallerIdentity.InvokeAsync());

        _mocks.Calls.ShouldHaveSingleItem().Token.ShouldBe("aws:index/getCallerIdentity:getCallerIdentity");
    }

    [Fact]
    public async Task Get_reads_by_id_with_the_state_as_a_hint()
    {
        await Run(() => _ = Aws.Ec2.Vpc.Get("found", "vpc-1", new Aws.Ec2.VpcState { CidrBlock = "10.0.0.0/16" }));

        _mocks.Named("found").Id.ShouldBe("vpc-1");
        _mocks.Named("found").Inputs["cidrBlock"].ShouldBe("10.0.0.0/16");
    }

    [Fact]
    public async Task A_kubernetes_object_carries_its_kind_and_numbered_or_named_ports()
    {
        await Run(() => _ = new Kubernetes.Core.V1.Service("web", new ServiceArgs
        {
            Spec = new ServiceSpecArgs
            {
                Type = Kubernetes.Core.V1.ServiceSpecType.LoadBalancer,
                Ports = { new ServicePortArgs { Port = 80, TargetPort = "http" } },
            },
        }));

        _mocks.Named("web").Inputs["apiVersion"].ShouldBe("v1");
        _mocks.Named("web").Inputs["kind"].ShouldBe("Service");
        _mocks.Named("web").Inputs["spec"].ShouldBeAssignableTo<IDictionary<string, object>>()!["type"].ShouldBe("LoadBalancer");
    }

    [Fact]
    public async Task Arguments_of_a_provider_travel_as_texts()
    {
        await Run(() => _ = new Aws.Provider("ireland", new Aws.ProviderArgs { Region = "eu-west-1", AllowedAccountIds = { "111122223333" }, MaxRetries = 3 }));

        _mocks.Named("ireland").Inputs["region"].ShouldBe("eu-west-1");
        _mocks.Named("ireland").Inputs["maxRetries"].ShouldBe("3");
        _mocks.Named("ireland").Inputs["allowedAccountIds"].ShouldBeOfType<string>().ShouldContain("111122223333");
        _mocks.Named("ireland").Inputs["skipRegionValidation"].ShouldBe("true");
    }

    private async Task Run(Action program) => await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, program);

    private async Task Run(Func<Task> program) => await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, program);
}
