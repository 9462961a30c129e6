using Infra.Review;
using Infra.Review.Model;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Eks.Inputs;
using Cluster = Pulumi.Aws.Eks.Cluster;
using PropertyValue = Infra.Review.Model.PropertyValue;

namespace Infra.Tests.Review.Engine;

/// <summary>A program goes on with what the engine makes up, as it would with the real thing.</summary>
[Collection(HostedPrograms.Name)]
public sealed class MadeUpOutputTests
{
    [Fact]
    public async Task The_first_of_a_list_that_only_the_provider_fills_is_not_known()
    {
        var preview = await PreviewAsync(() =>
        {
            var door = new VpcEndpoint("door", new() { VpcId = "vpc-1", ServiceName = "com.amazonaws.eu-central-1.ssm", VpcEndpointType = "Interface" });
            _ = new SecurityGroup("group", new() { Description = door.NetworkInterfaceIds.Apply(ids => ids[0]) });
        });

        preview.Resources.Single(resource => resource.Name == "group").Inputs["description"].ShouldBe(PropertyValue.Unknown.Value);
    }

    [Fact]
    public async Task The_issuer_of_a_clusters_tokens_can_be_written_into_a_policy()
    {
        var preview = await PreviewAsync(() =>
        {
            var network = new ClusterVpcConfigArgs { SubnetIds = { "subnet-1" } };
            var cluster = new Cluster("shop", new() { RoleArn = "arn:aws:iam::123456789012:role/shop", VpcConfig = network });
            _ = new SecurityGroup("group", new() { Description = cluster.Identities.Apply(identities => identities[0].Oidcs[0].Issuer!) });
        });

        preview.Resources.Single(resource => resource.Name == "group").Inputs["description"].ToString()
            .ShouldMatch(@"^https://oidc\.eks\.eu-central-1\.amazonaws\.com/id/[0-9A-F]{32}$");
    }

    [Fact]
    public async Task Whether_there_is_a_password_is_not_known_while_the_choice_is_not()
    {
        var preview = await PreviewAsync(() =>
        {
            var network = new VpcEndpoint("door", new() { VpcId = "vpc-1", ServiceName = "com.amazonaws.eu-central-1.ssm", VpcEndpointType = "Interface" });
            var database = new Pulumi.Aws.Rds.Instance("orders", new()
            {
                InstanceClass = "db.t4g.medium",
                ManageMasterUserPassword = network.NetworkInterfaceIds.Apply(ids => ids.Length > 0),
            });
            _ = new SecurityGroup("group", new() { Description = database.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn!) });
        });

        preview.Resources.Single(resource => resource.Name == "group").Inputs["description"].ShouldBe(PropertyValue.Unknown.Value);
    }

    private static async Task<Preview> PreviewAsync(Action program) =>
        (await PolicyCheck.RunAsync("dev", () => Deployment.RunAsync(program), Repository.Root)).Preview;
}
