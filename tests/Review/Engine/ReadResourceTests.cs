using Infra.Policies;
using Infra.Review;
using Infra.Review.Model;
using Infra.Review.Reporting;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Aws.Ec2;
using Ingress = Pulumi.Aws.Vpc.SecurityGroupIngressRule;
using PropertyValue = Infra.Review.Model.PropertyValue;

namespace Infra.Tests.Review.Engine;

/// <summary>Programs that stand on what others made: <c>Vpc.Get</c> and its like.</summary>
[Collection(HostedPrograms.Name)]
public sealed class ReadResourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-reads-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_only_read_is_nobodys_to_judge()
    {
        var reviewed = await ReviewAsync(() =>
        {
            _ = Vpc.Get("main", "vpc-0123456789abcdef0");
            _ = Instance.Get("box", "i-0123456789abcdef0");
            _ = Pulumi.Aws.Rds.Instance.Get("orders", "orders");
            _ = Pulumi.Aws.S3.Bucket.Get("files", "files");
        });

        reviewed.Findings.ShouldBeEmpty();
        reviewed.Preview.Resources.Count(resource => resource.Read).ShouldBe(4);
    }

    [Fact]
    public async Task Its_id_is_given_and_the_rest_is_not_known_rather_than_made_up()
    {
        var reviewed = await ReviewAsync(() => FromTheWholeOf(Vpc.Get("main", "vpc-0123456789abcdef0")));

        var rule = reviewed.Preview.Resources.Single(resource => resource.Name == "ssh");
        rule.Inputs["cidrIpv4"].ShouldBe(PropertyValue.Unknown.Value);
        reviewed.Preview.Resources.Single(resource => resource.Name == "web").Inputs["vpcId"].ShouldBe(new PropertyValue.Text("vpc-0123456789abcdef0"));
        reviewed.Findings.Where(finding => finding.Urn == rule.Urn && finding.Property == "cidrIpv4")
            .ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public async Task The_repository_may_know_more_of_it()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "infra.answers.yaml"), """
            functions:
              - token: aws:ec2/vpc:Vpc
                args: { id: vpc-0123456789abcdef0 }
                result: { cidrBlock: 172.31.0.0/16 }
            """);

        var reviewed = await ReviewAsync(() =>
        {
            FromTheWholeOf(Vpc.Get("main", "vpc-0123456789abcdef0"));
            _ = new SecurityGroup("other", new() { Description = Vpc.Get("far", "vpc-1").CidrBlock });
        });

        reviewed.Preview.Resources.Single(resource => resource.Name == "ssh").Inputs["cidrIpv4"].ShouldBe(new PropertyValue.Text("172.31.0.0/16"));
        reviewed.Preview.Resources.Single(resource => resource.Name == "other").Inputs["description"].ShouldBe(PropertyValue.Unknown.Value);
    }

    [Fact]
    public async Task A_group_that_is_only_read_is_one_of_another_program()
    {
        var reviewed = await ReviewAsync(() =>
        {
            var others = SecurityGroup.Get("others", "sg-0123456789abcdef0");
            var web = new SecurityGroup("web", new() { Tags = { { "infra:tier", "web" } } });
            _ = new Ingress("in", new() { SecurityGroupId = web.Id, ReferencedSecurityGroupId = others.Id, IpProtocol = "tcp", FromPort = 80, ToPort = 80 });
        });

        reviewed.Firewall.Select(flow => $"{flow.From} -> {flow.To} {flow.FromPort}").ShouldBe(["sg-0123456789abcdef0 -> web 80"]);
        reviewed.Findings.ShouldContain(finding => finding.Rule == "tier-matrix-closed" && finding.Verdict == Verdict.Fail);
    }

    private static void FromTheWholeOf(Vpc network)
    {
        var web = new SecurityGroup("web", new() { VpcId = network.Id, Tags = { { "infra:tier", "web" } } });
        _ = new Ingress("ssh", new() { SecurityGroupId = web.Id, CidrIpv4 = network.CidrBlock, IpProtocol = "tcp", FromPort = 22, ToPort = 22 });
    }

    private Task<ReviewedPreview> ReviewAsync(Action program)
    {
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: shop\nruntime: dotnet\n");
        File.WriteAllText(Path.Combine(_folder, "Pulumi.dev.yaml"), "config:\n  aws:region: eu-central-1\n");
        return PolicyCheck.RunAsync(
            new PreviewRequest { Folder = _folder, Stack = "dev" }, () => Deployment.RunAsync(program), new DateOnly(2026, 11, 22));
    }
}
