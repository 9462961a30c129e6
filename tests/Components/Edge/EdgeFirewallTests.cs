using Infra.Components;
using Infra.Components.Edge;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Edge;

public sealed class EdgeFirewallTests
{
    private const string Acl = "aws:wafv2/webAcl:WebAcl";
    private const string Set = "aws:wafv2/ipSet:IpSet";
    private const string Association = "aws:wafv2/webAclAssociation:WebAclAssociation";
    private const string Logging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

    private static readonly EdgeFirewallArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Place = new BeforeDistributions(),
        ManagedRules = [ManagedRules.KnownBadInputs, ManagedRules.Core],
        RateLimit = new() { Requests = 2000 },
        LogDays = 30,
    };

    [Fact]
    public async Task A_firewall_before_distributions_is_wholly_in_the_region_of_global_services()
    {
        var plan = await Plan.Of(() => _ = new EdgeFirewall("waf", Args));

        var parts = plan.Resources.Where(resource => !resource.IsComponent).ToList();
        parts.Count.ShouldBe(7);
        parts.ShouldAllBe(part => part.Text("region") == "us-east-1");
        (plan.One(Acl).Text("scope"), plan.One(Set, "waf-allowed").Text("scope")).ShouldBe(("CLOUDFRONT", "CLOUDFRONT"));
    }

    [Fact]
    public async Task A_firewall_before_balancers_is_in_their_region_and_names_each_of_them()
    {
        var plan = await Plan.Of(() =>
        {
            var network = Examples.Network();
            var (firewall, loadBalancers, _, _) = Examples.Firewall(network);
            var balancer = Examples.LoadBalancer(network, firewall, loadBalancers);
            _ = new EdgeFirewall("waf", Args with { Place = new BeforeBalancers(new Dictionary<string, LoadBalancer> { ["edge"] = balancer }) });
        });

        (plan.One(Acl).Text("scope"), plan.One(Acl).Text("region")).ShouldBe(("REGIONAL", "eu-central-1"));
        var association = plan.One(Association, "waf-edge");
        (association.Text("region"), association.Text("resourceArn"), association.Text("webAclArn"))
            .ShouldBe(("eu-central-1", "arn:aws:mock:::edge-eu-central-1", "arn:aws:mock:::waf"));
    }

    [Fact]
    public async Task Rules_go_from_who_always_may_to_what_nobody_may()
    {
        var acl = (await Plan.Of(() => _ = new EdgeFirewall("waf", Args with { Countries = Countries.AllBut("XX") }))).One(Acl);

        Enumerable.Range(0, acl.List("rules").Length).Select(index => (acl.Text($"rules.{index}.name"), acl.Number($"rules.{index}.priority"))).ShouldBe(
            [("allowed-addresses", 10), ("blocked-addresses", 20), ("countries", 30), ("rate-limit", 40), ("core", 100), ("known-bad-inputs", 110)]);
        acl.At("rules.0.action.allow").ShouldNotBeNull();
        acl.At("rules.1.action.block").ShouldNotBeNull();
        acl.At("defaultAction.allow").ShouldNotBeNull();
        acl.Text("rules.4.visibilityConfig.metricName").ShouldBe("waf-core");
    }

    [Fact]
    public async Task A_managed_group_takes_an_override_and_no_action()
    {
        var acl = (await Plan.Of(() => _ = new EdgeFirewall("waf", Args with
        {
            ManagedRules = [ManagedRules.Core with { CountedRules = ["SizeRestrictions_BODY"] }, ManagedRules.Linux with { Mode = RuleMode.Count }],
        }))).One(Acl);

        acl.At("rules.3.action").ShouldBeNull();
        acl.At("rules.3.overrideAction.none").ShouldNotBeNull();
        acl.Text("rules.3.statement.managedRuleGroupStatement.name").ShouldBe("AWSManagedRulesCommonRuleSet");
        acl.Text("rules.3.statement.managedRuleGroupStatement.ruleActionOverrides.0.name").ShouldBe("SizeRestrictions_BODY");
        acl.At("rules.4.overrideAction.count").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(RuleMode.Block, "block")]
    [InlineData(RuleMode.Count, "count")]
    public async Task The_rate_limit_counts_until_it_is_trusted(RuleMode mode, string action)
    {
        var acl = (await Plan.Of(() => _ = new EdgeFirewall("waf", Args with
        {
            RateLimit = new() { Requests = 500, WindowSeconds = 60, Mode = mode },
        }))).One(Acl);

        acl.At($"rules.2.action.{action}").ShouldNotBeNull();
        (acl.Number("rules.2.statement.rateBasedStatement.limit"), acl.Number("rules.2.statement.rateBasedStatement.evaluationWindowSec")).ShouldBe((500, 60));
        acl.Text("rules.2.statement.rateBasedStatement.aggregateKeyType").ShouldBe("IP");
    }

    [Fact]
    public async Task Countries_are_shut_out_or_alone_let_in()
    {
        var shut = (await Plan.Of(() => _ = new EdgeFirewall("waf", Args with { Countries = Countries.AllBut("ZZ", "XX") }))).One(Acl);
        shut.List("rules.2.statement.geoMatchStatement.countryCodes").ShouldBe(["XX", "ZZ"]);

        var alone = (await Plan.Of(() => _ = new EdgeFirewall("waf", Args with { Countries = Countries.Only("DE") }))).One(Acl);
        alone.List("rules.2.statement.notStatement.statement.geoMatchStatement.countryCodes").ShouldBe(["DE"]);
        alone.At("rules.2.action.block").ShouldNotBeNull();
    }

    [Fact]
    public async Task Lists_of_addresses_are_always_there_so_that_none_is_deleted_while_in_use()
    {
        var empty = await Plan.Of(() => _ = new EdgeFirewall("waf", Args));
        var full = await Plan.Of(() => _ = new EdgeFirewall("waf", Args with
        {
            AllowedRanges = [Cidr.Parse("198.51.100.0/24")],
            BlockedRanges = [AddressRange.Parse("2001:db8:7::/48"), Cidr.Parse("203.0.113.7/32"), AddressRange.Parse("2001:db8::7/128")],
        }));

        full.Urns("test").ShouldBe(empty.Urns("test"));
        full.One(Set, "waf-allowed").List("addresses").ShouldBe(["198.51.100.0/24"]);
        full.One(Set, "waf-allowed-ipv6").List("addresses").ShouldBeEmpty();
        full.One(Set, "waf-blocked").List("addresses").ShouldBe(["203.0.113.7/32"]);
        full.One(Set, "waf-blocked-ipv6").List("addresses").ShouldBe(["2001:db8:7::/48", "2001:db8::7/128"]);
        full.Some(Set).Select(set => $"{set.Name} {set.Text("ipAddressVersion")}")
            .ShouldBe(["waf-allowed IPV4", "waf-allowed-ipv6 IPV6", "waf-blocked IPV4", "waf-blocked-ipv6 IPV6"]);
    }

    [Fact]
    public async Task A_list_is_of_both_versions_of_ip()
    {
        var acl = (await Plan.Of(() => _ = new EdgeFirewall("waf", Args))).One(Acl);

        Enumerable.Range(0, 2).Select(index => acl.Text($"rules.1.statement.orStatement.statements.{index}.ipSetReferenceStatement.arn"))
            .ShouldBe(["arn:aws:mock:::waf-blocked", "arn:aws:mock:::waf-blocked-ipv6"]);
    }

    [Fact]
    public async Task What_is_stopped_or_counted_is_logged_without_secrets_where_waf_may_write()
    {
        var plan = await Plan.Of(() => _ = new EdgeFirewall("waf", Args));

        var group = plan.One("aws:cloudwatch/logGroup:LogGroup");
        (group.Text("name"), group.Number("retentionInDays")).ShouldBe(("aws-waf-logs-shop-test-waf", 30));
        var logging = plan.One(Logging);
        logging.List("logDestinationConfigs").ShouldBe(["arn:aws:mock:::waf-logs"]);
        logging.Text("loggingFilter.defaultBehavior").ShouldBe("DROP");
        Enumerable.Range(0, 3).Select(index => logging.Text($"loggingFilter.filters.0.conditions.{index}.actionCondition.action"))
            .ShouldBe(["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"]);
        Enumerable.Range(0, 3).Select(index => logging.Text($"redactedFields.{index}.singleHeader.name"))
            .ShouldBe(["authorization", "cookie", "x-origin-secret"]);
    }

    [Fact]
    public async Task Neither_logs_nor_samples_of_requests_hold_what_proves_who_somebody_is()
    {
        var acl = (await Plan.Of(() => _ = new EdgeFirewall("waf", Args))).One(Acl);

        const string hidden = "dataProtectionConfig.dataProtections";
        Enumerable.Range(0, acl.List(hidden).Length)
            .Select(index => (
                acl.Text($"{hidden}.{index}.field.fieldType"),
                acl.Text($"{hidden}.{index}.field.fieldKeys.0"),
                acl.Text($"{hidden}.{index}.action")))
            .ShouldBe(
            [
                ("SINGLE_HEADER", "authorization", "SUBSTITUTION"), ("SINGLE_HEADER", "cookie", "SUBSTITUTION"),
                ("SINGLE_HEADER", "x-origin-secret", "SUBSTITUTION"),
            ]);
    }

    [Fact]
    public async Task Behind_a_distribution_nobody_counts_addresses_which_would_be_the_distributions()
    {
        EdgeFirewall? firewall = null;
        var acl = (await Plan.Of(() => firewall = new EdgeFirewall("waf", Args with
        {
            RateLimit = new() { Requests = 500, Source = RateSource.ForwardedFor },
        }))).One(Acl);

        const string limit = "rules.2.statement.rateBasedStatement";
        (acl.Text($"{limit}.aggregateKeyType"), acl.Text($"{limit}.customKeys.0.header.name"),
                acl.Text($"{limit}.customKeys.0.header.textTransformations.0.type"))
            .ShouldBe(("CUSTOM_KEYS", "X-Forwarded-For", "NONE"));
        acl.Number($"{limit}.limit").ShouldBe(500);
        firewall!.CapacityUnits.ShouldBe(937);
    }

    [Fact]
    public async Task Capacity_units_are_summed()
    {
        EdgeFirewall? firewall = null;
        await Plan.Of(() => firewall = new EdgeFirewall("waf", Args));

        firewall!.CapacityUnits.ShouldBe(907);
    }

    [Fact]
    public async Task Every_problem_of_a_firewall_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new EdgeFirewall("WAF", Args with
        {
            Place = new BeforeBalancers(new Dictionary<string, LoadBalancer>()),
            ManagedRules =
            [
                ManagedRules.Core with { CountedRules = ["no rule"] }, ManagedRules.Core, ManagedRules.Other("Bots", "AWS", "Bots", 100, 0),
                ManagedRules.Other("huge", "Vendor", "Huge", 1000, 4000),
            ],
            RateLimit = new() { Requests = 9, WindowSeconds = 90 },
            Countries = Countries.AllBut("Germany", "XX", "XX"),
            AllowedRanges = [Cidr.Parse("0.0.0.0/0"), Cidr.Parse("198.51.100.0/24"), AddressRange.Parse("2001:db8::/32")],
            BlockedRanges =
            [
                Cidr.Parse("198.51.100.7/32"), AddressRange.Parse("2001:db8::7/128"),
                .. Enumerable.Range(0, 10_001).Select(index => AddressRange.Parse($"2001:db9:{index:x}::/48")),
            ],
            LogDays = 31,
        }))).ShouldBe(
            """
            EdgeFirewall 'WAF' cannot be built:
              - Its name may hold lower-case words joined by hyphens, 100 characters at most.
              - The managed rules 'core' count 'no rule', which is no name of a rule.
              - The key 'Bots' of managed rules is no name; expected are lower-case words joined by hyphens.
              - The managed rules 'Bots' cost 0 capacity units; expected is at least 1.
              - The managed rules 'huge' have the priority 1000; allowed is 200 to 999.
              - The managed rules 'core' are given 2 times.
              - The managed rules 'core' and 'Bots' have the same priority 100.
              - Its rules cost 5407 capacity units; AWS takes 5000. Leave out a managed group.
              - RateLimit.Requests is 9; allowed is 10 to 2000000000.
              - RateLimit.WindowSeconds is 90; allowed is 60, 120, 300 or 600.
              - 'Germany' is no country; expected are two capital letters, such as DE.
              - The country XX is named 2 times.
              - A list holds 10002 ranges of IPv6; AWS takes 10000.
              - A list holds 0.0.0.0/0; AWS takes no range that is everyone.
              - 0.0.0.0/0 is allowed and holds a range that is blocked; the block would never happen.
              - 198.51.100.0/24 is allowed and holds a range that is blocked; the block would never happen.
              - 2001:db8::/32 is allowed and holds a range that is blocked; the block would never happen.
              - It stands before no load balancer; name at least one.
              - Firewall logs are to be kept 31 days; CloudWatch Logs allows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.
            """);
}
