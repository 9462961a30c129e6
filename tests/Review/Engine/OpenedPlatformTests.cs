using Infra.Tests.Stacks;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

/// <summary>The real platform with one rule too many: the command must end with 1 and say which rule, which path, which line.</summary>
public sealed class OpenedPlatformTests
{
    private const string Urn = "urn:pulumi:dev::infra::aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::hurried";

    [Theory]
    [InlineData("sg-no-public-admin-port", "cidrIpv4", "internet (0.0.0.0/1) -> firewall-eu-central-1-web tcp 22 via hurried", "ipv4=0.0.0.0/1", "protocol=tcp", "port=22")]
    [InlineData("sg-no-public-data-port", "cidrIpv4", "internet (0.0.0.0/0) -> firewall-eu-central-1-web tcp 3306 via hurried", "ipv4=0.0.0.0/0", "protocol=tcp", "port=3306")]
    [InlineData("sg-no-all-traffic-ingress", "cidrIpv4", "internet (0.0.0.0/0) -> firewall-eu-central-1-web all protocols via hurried", "ipv4=0.0.0.0/0", "protocol=-1")]
    [InlineData("sg-no-public-admin-port", "cidrIpv6", "internet (::/0) -> firewall-eu-central-1-web tcp 22 via hurried", "ipv6=::/0", "protocol=tcp", "port=22")]
    [InlineData("tier-matrix-closed", "prefixListId", "pl-0123456789abcdef0 -> firewall-eu-central-1-web tcp 22 via hurried", "prefixList=pl-0123456789abcdef0", "protocol=tcp", "port=22")]
    public async Task Opening_a_port_is_an_error_that_names_the_rule_the_path_and_the_line(string rule, string property, string path, params string[] opened)
    {
        var folder = Repository.Path("tests", "Programs", "Scenarios");

        var result = await InfraCommand.RunAsync(folder, ["preview", "dev", "--format", "json", .. Settings(opened).SelectMany(setting => new[] { "--config", setting })]);

        result.ExitCode.ShouldBe(1, result.Errors);
        var finding = result.Json["findings"]!.AsArray().Where(finding => (string)finding!["severity"]! == "error").ShouldHaveSingleItem()!;
        ((string)finding["rule"]!).ShouldBe(rule);
        ((string)finding["verdict"]!).ShouldBe("fail");
        ((string)finding["urn"]!).ShouldBe(Urn);
        ((string)finding["property"]!).ShouldBe(property);
        ((string)finding["message"]!).ShouldStartWith($"hurried: {path}");
        ((string)finding["source"]!["file"]!).ShouldBe("OpenPlatform.cs");
        ((int)finding["source"]!["line"]!).ShouldBe(LineOf(Path.Combine(folder, "OpenPlatform.cs"), "new SecurityGroupIngressRule("));
    }

    [Theory]
    [InlineData("cidrIpv4", "0.0.0.0/0 reaches edge-eu-central-1 past cdn", "ipv4=0.0.0.0/0")]
    [InlineData("prefixListId", "pl-0123456789abcdef0 reaches edge-eu-central-1 past cdn", "prefixList=pl-0123456789abcdef0")]
    public async Task Opening_a_balancer_beside_the_distribution_is_a_warning(string property, string message, string opened)
    {
        var folder = Repository.Path("tests", "Programs", "Scenarios");

        var result = await InfraCommand.RunAsync(
            folder, ["preview", "dev", "--format", "json", .. Settings(["tier=load-balancer", "protocol=tcp", "port=443", opened]).SelectMany(setting => new[] { "--config", setting })]);

        var finding = result.Json["findings"]!.AsArray().Where(finding => (string)finding!["urn"]! == Urn && (string)finding["rule"]! == "cdn-origin-closed").ShouldHaveSingleItem()!;
        ((string)finding["severity"]!, (string)finding["verdict"]!, (string)finding["property"]!).ShouldBe(("warning", "fail", property));
        ((string)finding["message"]!).ShouldBe($"hurried: {message}");
    }

    // The platform's own settings are those of its dev stack, whichever there are today.
    private static IEnumerable<string> Settings(string[] opened) => StackConfiguration.Of("dev")
        .Where(setting => setting.Key.StartsWith("infra:", StringComparison.Ordinal)).Select(setting => $"{setting.Key}={setting.Value}")
        .Concat(opened.Select(setting => $"scenarios:{setting}"));

    private static int LineOf(string file, string text) => Array.FindIndex(File.ReadAllLines(file), line => line.Contains(text, StringComparison.Ordinal)) + 1;
}
