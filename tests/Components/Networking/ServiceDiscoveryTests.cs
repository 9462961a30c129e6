using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Networking;

public sealed class ServiceDiscoveryTests
{
    private static readonly ServiceDiscoveryArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        VpcId = "vpc-1",
        Domain = "shop.internal",
        Balancers = new Dictionary<string, Input<string>> { ["apps"] = "apps.elb.example" },
    };

    [Fact]
    public async Task A_service_is_found_by_the_name_of_its_balancer()
    {
        ServiceDiscovery? discovery = null;
        var plan = await Plan.Of(() => discovery = new ServiceDiscovery("services", Args));

        var space = plan.One("aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace");
        (space.Text("name"), space.Text("vpc")).ShouldBe(("shop.internal", "vpc-1"));
        var service = plan.One("aws:servicediscovery/service:Service");
        (service.Text("name"), service.Text("dnsConfig.routingPolicy"), service.Text("dnsConfig.dnsRecords.0.type"), service.Text("dnsConfig.namespaceId"))
            .ShouldBe(("apps", "WEIGHTED", "A", "services-id"));
        var instance = plan.One("aws:servicediscovery/instance:Instance");
        (instance.Text("attributes.AWS_ALIAS_DNS_NAME"), instance.Text("serviceId")).ShouldBe(("apps.elb.example", "services-apps-id"));
        discovery!.Names.ShouldBe([new("apps", "apps.shop.internal")]);
    }

    [Fact]
    public async Task Adding_a_service_changes_no_identity()
    {
        var before = await Plan.Of(() => _ = new ServiceDiscovery("services", Args));
        var after = await Plan.Of(() => _ = new ServiceDiscovery("services", Args with
        {
            Balancers = new Dictionary<string, Input<string>>(Args.Balancers) { ["ads"] = "ads.elb.example" },
        }));

        before.Urns("test").Except(after.Urns("test")).ShouldBeEmpty();
        after.Resources.Count.ShouldBe(before.Resources.Count + 2);
    }

    [Fact]
    public async Task Every_problem_of_names_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new ServiceDiscovery("services", Args with
        {
            Domain = "internal",
            Balancers = new Dictionary<string, Input<string>> { ["my app"] = "a", [new string('x', 64)] = "b" },
        }))).ShouldBe(
            """
            ServiceDiscovery 'services' cannot be built:
              - Domain is 'internal'; expected is a name such as shop.internal.
              - The service 'my app' may hold lower-case letters, digits and single hyphens only, 63 at most, and begins with a letter.
              - The service 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' may hold lower-case letters, digits and single hyphens only, 63 at most, and begins with a letter.
            """);

    [Fact]
    public async Task Names_without_services_are_refused() =>
        (await Plan.ErrorOf(() => _ = new ServiceDiscovery("services", Args with { Balancers = new Dictionary<string, Input<string>>() })))
            .ShouldContain("Balancers is empty; expected is at least one service.");
}
