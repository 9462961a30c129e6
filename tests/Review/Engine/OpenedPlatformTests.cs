namespace Infra.Tests.Review.Engine;

/// <summary>The real platform with some rules too many: the command must end with 1 and say of each which rule, which path, which line.</summary>
public sealed class OpenedPlatformTests(OpenedPlatform platform) : IClassFixture<OpenedPlatform>
{
    [Theory]
    [InlineData("half-ssh", "sg-no-public-admin-port", "cidrIpv4", "internet (0.0.0.0/1) -> firewall-eu-central-1-web tcp 22")]
    [InlineData("mysql", "sg-no-public-data-port", "cidrIpv4", "internet (0.0.0.0/0) -> firewall-eu-central-1-web tcp 3306")]
    [InlineData("everything", "sg-no-all-traffic-ingress", "cidrIpv4", "internet (0.0.0.0/0) -> firewall-eu-central-1-web all protocols")]
    [InlineData("ssh-over-ipv6", "sg-no-public-admin-port", "cidrIpv6", "internet (::/0) -> firewall-eu-central-1-web tcp 22")]
    [InlineData("list", "tier-matrix-closed", "prefixListId", "pl-0123456789abcdef0 -> firewall-eu-central-1-web tcp 22")]
    public void Opening_a_port_is_an_error_that_names_the_rule_the_path_and_the_line(string opening, string rule, string property, string path)
    {
        platform.Result.ExitCode.ShouldBe(1, platform.Result.Errors);
        var finding = platform.FindingsOf(opening).Where(finding => (string)finding["severity"]! == "error").ShouldHaveSingleItem();
        ((string)finding["rule"]!).ShouldBe(rule);
        ((string)finding["verdict"]!).ShouldBe("fail");
        ((string)finding["property"]!).ShouldBe(property);
        ((string)finding["message"]!).ShouldStartWith($"{opening}: {path} via {opening}");
        ((string)finding["source"]!["file"]!).ShouldBe("OpenPlatform.cs");
        ((int)finding["source"]!["line"]!).ShouldBe(OpenedPlatform.LineOf("new SecurityGroupIngressRule("));
    }

    [Theory]
    [InlineData("past-the-edge", "cidrIpv4", "0.0.0.0/0 reaches edge-eu-central-1 past cdn")]
    [InlineData("list-past-the-edge", "prefixListId", "pl-0123456789abcdef0 reaches edge-eu-central-1 past cdn")]
    public void Opening_a_balancer_beside_the_distribution_is_a_warning(string opening, string property, string message)
    {
        var finding = platform.FindingsOf(opening).Where(finding => (string)finding["rule"]! == "cdn-origin-closed").ShouldHaveSingleItem();

        ((string)finding["severity"]!, (string)finding["verdict"]!, (string)finding["property"]!).ShouldBe(("warning", "fail", property));
        ((string)finding["message"]!).ShouldBe($"{opening}: {message}");
    }

    [Fact]
    public void What_was_not_opened_is_not_at_fault() =>
        platform.Errors.Select(finding => (string)finding["urn"]!)
            .ShouldAllBe(urn => OpenedPlatform.Openings.Any(opening => urn == OpenedPlatform.UrnOf((string)opening!["name"]!)));
}
