using System.Text.Json.Nodes;
using Infra.Tests.Stacks;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

/// <summary>One preview of the real dev platform with all openings.</summary>
public sealed class OpenedPlatform : IAsyncLifetime
{
    private CommandResult? _result;

    private static string Folder => Repository.Path("tests", "Programs", "Scenarios");

    internal static JsonArray Openings => JsonNode.Parse(
        """
        [
          {"name": "half-ssh", "tier": "web", "protocol": "tcp", "port": 22, "ipv4": "0.0.0.0/1"},
          {"name": "mysql", "tier": "web", "protocol": "tcp", "port": 3306, "ipv4": "0.0.0.0/0"},
          {"name": "everything", "tier": "web", "protocol": "-1", "ipv4": "0.0.0.0/0"},
          {"name": "ssh-over-ipv6", "tier": "web", "protocol": "tcp", "port": 22, "ipv6": "::/0"},
          {"name": "list", "tier": "web", "protocol": "tcp", "port": 22, "prefixList": "pl-0123456789abcdef0"},
          {"name": "past-the-edge", "tier": "load-balancer", "protocol": "tcp", "port": 443, "ipv4": "0.0.0.0/0"},
          {"name": "list-past-the-edge", "tier": "load-balancer", "protocol": "tcp", "port": 443, "prefixList": "pl-0123456789abcdef0"}
        ]
        """)!.AsArray();

    internal CommandResult Result => _result!;

    internal IEnumerable<JsonNode> Errors => Findings.Where(finding => (string)finding["severity"]! == "error");

    private IEnumerable<JsonNode> Findings => Result.Json["findings"]!.AsArray().OfType<JsonNode>();

    // The platform's own settings are those of its dev stack, whichever there are today.
    public async Task InitializeAsync()
    {
        var settings = StackConfiguration.Of("dev")
            .Where(setting => setting.Key.StartsWith("infra:", StringComparison.Ordinal))
            .Select(setting => $"{setting.Key}={setting.Value}")
            .Append($"scenarios:opened={Openings.ToJsonString()}");
        _result = await InfraCommand.RunAsync(Folder, ["preview", "dev", "--format", "json", .. settings.SelectMany(setting => new[] { "--config", setting })]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal static string UrnOf(string opening) => $"urn:pulumi:dev::infra::aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::{opening}";

    internal static int LineOf(string text) =>
        Array.FindIndex(
            File.ReadAllLines(Path.Combine(Folder, "OpenPlatform.cs")),
            line => line.Contains(text, StringComparison.Ordinal)) + 1;

    internal IEnumerable<JsonNode> FindingsOf(string opening) => Findings.Where(finding => (string)finding["urn"]! == UrnOf(opening));
}
