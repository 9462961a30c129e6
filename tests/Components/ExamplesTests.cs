using System.Text.RegularExpressions;
using Infra.Components.Encryption;
using Infra.Tests.Components.Data;
using Infra.Tests.Components.Networking;
using Infra.Tests.Components.Transfer;
using Infra.Tests.Testing;

namespace Infra.Tests.Components;

public sealed partial class ExamplesTests
{
    public static TheoryData<string> Pages { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Path("docs", "components"), "*.md").Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_code_that_compiles(string page)
    {
        var compiled = Unindented(string.Concat(
            Directory.EnumerateFiles(Repository.Path("tests", "Components"), "*Examples.cs", SearchOption.AllDirectories).Select(File.ReadAllText)));

        var shown = CodeBlock().Matches(File.ReadAllText(Repository.Path("docs", "components", page))).Select(match => match.Groups["code"].Value).ToList();
        shown.ShouldNotBeEmpty();
        foreach (var code in shown)
            compiled.ShouldContain(Unindented(code));
    }

    [Fact]
    public async Task The_examples_make_one_platform()
    {
        var plan = await Plan.Of(() =>
        {
            var network = Examples.Network();
            var (firewall, loadBalancers, web, caches) = Examples.Firewall(network);
            var edge = Examples.LoadBalancer(network, firewall, loadBalancers);
            Examples.NetworkLoadBalancer(network, firewall, loadBalancers);
            var sessions = Examples.Cache(network, firewall, caches, DataExamples.Key());
            Examples.WebCluster(network, firewall, web, edge, sessions, Examples.WebServer(sessions));
            Examples.GoldenImage(network, firewall, new());
            AccessExamples.Bastion(network, firewall, new());
            AccessExamples.PrivateEndpoints(network, firewall);
        });

        plan.Resources.Where(resource => resource.Parent is null).Select(resource => resource.Name)
            .ShouldBe(
            [
                "network-eu-central-1",
                "firewall-eu-central-1",
                "edge-eu-central-1",
                "apps-eu-central-1",
                "stores-key-eu-central-1",
                "sessions-eu-central-1",
                "web-eu-central-1",
                "image-eu-central-1",
                "bastion-eu-central-1",
                "endpoints-eu-central-1",
            ]);
    }

    [Fact]
    public async Task The_examples_of_names_make_one_front()
    {
        var plan = await Plan.Of(() =>
        {
            var network = Examples.Network();
            var (firewall, loadBalancers, _, _) = Examples.Firewall(network);
            var edge = Examples.LoadBalancer(network, firewall, loadBalancers);
            var zone = FrontExamples.Zone();
            var secret = FrontExamples.OriginSecret();
            FrontExamples.LockedRouting(secret).Check(["web"]).ShouldBeEmpty();
            FrontExamples.Cdn(zone, FrontExamples.Certificate(zone), FrontExamples.EdgeFirewall(), FrontExamples.StaticSite(Repository.Root), secret);
            FrontExamples.DnsHealthCheck(FrontExamples.RoutingGroup(zone, edge, edge));
        });

        plan.Resources.Where(resource => resource.Parent is null).Select(resource => resource.Name).Skip(3)
            .ShouldBe(["zone", "origin-secret", "certificate", "waf-cdn-us-east-1", "site", "cdn", "api", "front-door"]);
    }

    [Fact]
    public async Task The_examples_of_data_make_one_platform()
    {
        var plan = await Plan.Of(() =>
        {
            var network = Examples.Network();
            var firewall = DataExamples.Firewall(network);
            DataExamples.Database(network, firewall);
            DataExamples.Aurora(network, firewall);
            DataExamples.ShardedDatabase(network, firewall);
            DataExamples.KeyValueTable(new Dictionary<string, Pulumi.Input<string>> { ["eu-central-1"] = "arn:key/home", ["us-east-1"] = "arn:key/away" });
            var key = DataExamples.Key();
            DataExamples.DocumentStore(network, firewall, key);
            DataExamples.GraphStore(network, firewall, key);
            DataExamples.WideColumnStore(key);
            DataExamples.WideColumnEndpoint(network, firewall);
        });

        plan.Resources.Where(resource => resource.Parent is null).Select(resource => resource.Name)
            .ShouldBe(
            [
                "network-eu-central-1", "firewall-eu-central-1", "orders", "catalog", "accounts", "carts", "stores-key-eu-central-1",
                "content-eu-central-1", "related-eu-central-1", "activity-eu-central-1", "activity-endpoint-eu-central-1",
            ]);
    }

    [Fact]
    public async Task The_example_of_file_transfer_stands_behind_its_firewall()
    {
        var plan = await Plan.Of(() =>
        {
            var network = Examples.Network();
            TransferExamples.SftpServer(
                network, TransferExamples.Firewall(network), TransferExamples.Key(KeyPurpose.Objects), TransferExamples.Key(KeyPurpose.Logs));
        });

        plan.Some("aws:transfer/sshKey:SshKey").ShouldHaveSingleItem();
    }

    private static string Unindented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
