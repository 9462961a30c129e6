namespace Infra.Tests.Policies.Network;

public sealed class TierMatrixIsCompleteTests
{
    private const string Rule = "tier-matrix-complete";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Fact]
    public void A_missing_path_is_told_with_its_side_at_the_group_that_lacks_it() =>
        SampleProgram.Platform().Without("web-from-lb").Without("web-to-cache").Told(Rule).ShouldBe(
        [
            "Fail: web: path missing: load-balancer -> web tcp 80 has no ingress here",
            "Fail: web: path missing: web -> cache tcp 6379 has no egress here",
        ]);

    [Fact]
    public void A_path_that_is_missing_at_both_ends_is_told_twice() =>
        SampleProgram.Platform().Without("cache-from-web").Without("web-to-cache").Told(Rule).ShouldBe(
        [
            "Fail: cache: path missing: web -> cache tcp 6379 has no ingress here",
            "Fail: web: path missing: web -> cache tcp 6379 has no egress here",
        ]);

    [Theory]
    [InlineData("\"web\"", "\"<unknown>\"", "80", "referencedSecurityGroupId")]
    [InlineData("\"web\"", "\"lb\"", "\"<unknown>\"", "fromPort")]
    [InlineData("\"<unknown:web:spare>\"", "\"lb\"", "80", "securityGroupId")]
    public void A_path_that_may_be_open_is_told_with_the_property_that_decides(string group, string source, string port, string property)
    {
        var program = SampleProgram.Platform().Without("web-from-lb").Group("spare", "app").Add(Ingress, "in", $$"""
            { "securityGroupId": {{group}}, "referencedSecurityGroupId": {{source}}, "ipProtocol": "tcp",
              "fromPort": {{port}}, "toPort": 80 }
            """);

        program.Told(Rule).ShouldBe(
        [
            $"Undetermined {property}: web: path load-balancer -> web tcp 80: whether in opens its ingress depends on {property}, "
                + "which is not known before the deployment",
        ]);
    }

    [Fact]
    public void An_egress_that_may_be_open_is_told_as_one() =>
        SampleProgram.Platform().Without("lb-to-web").Egress("out", "lb", "<unknown>", "tcp", 80).Told(Rule).ShouldBe(
        [
            "Undetermined referencedSecurityGroupId: lb: path load-balancer -> web tcp 80: "
                + "whether out opens its egress depends on referencedSecurityGroupId, which is not known before the deployment",
        ]);

    [Fact]
    public void A_path_that_a_group_of_unknown_tier_may_open_is_told_at_that_group() => SampleProgram.Platform().Without("web-from-lb")
        .Group("who", "<unknown>").Connect("lb", "who", 80).Told(Rule).ShouldBe(
        [
            "Undetermined tags.infra:tier: who: path load-balancer -> web tcp 80: "
                + "whether it is open depends on tags.infra:tier, which is not known before the deployment",
            "Undetermined tags.infra:tier: who: whether the paths of its tier are open depends on tags.infra:tier, which is not known before the deployment",
        ]);

    [Fact]
    public void A_group_that_may_be_in_either_of_two_networks_is_told_once() => new SampleProgram()
        .Add("aws:ec2/securityGroup:SecurityGroup", "first", """{ "vpcId": "vpc-1", "tags": { "infra:tier": "web" } }""")
        .Add("aws:ec2/securityGroup:SecurityGroup", "second", """{ "vpcId": "vpc-2", "tags": { "infra:tier": "web" } }""")
        .Add("aws:ec2/securityGroup:SecurityGroup", "store", """{ "vpcId": "<unknown>", "tags": { "infra:tier": "cache" } }""")
        .Told(Rule).ShouldBe(["Undetermined vpcId: store: vpcId is not known before the deployment"]);
}
