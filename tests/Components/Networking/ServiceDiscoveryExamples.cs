using Infra.Components;
using Infra.Components.Networking;
using Infra.Tests.Testing;
using Pulumi;

namespace Infra.Tests.Components.Networking;

/// <summary>The code that the page of service discovery shows.</summary>
public sealed class ServiceDiscoveryExamples
{
    private static readonly Naming Naming = Places.Naming;
    private static readonly Location Location = Places.Frankfurt;

    [Fact]
    public async Task The_example_names_a_service() =>
        (await Plan.Of(() => Discovery("vpc-1", "apps.elb.example"))).One("aws:servicediscovery/service:Service").Name.ShouldBe("services-eu-central-1-apps");

    private static string Discovery(Input<string> vpcId, Input<string> appsBalancer)
    {
        var services = new ServiceDiscovery("services-eu-central-1", new()
        {
            Naming = Naming,
            Location = Location,
            VpcId = vpcId,
            Domain = "shop.internal",
            Balancers = new Dictionary<string, Input<string>> { ["apps"] = appsBalancer },
        });

        var url = $"https://{services.Names["apps"]}";
        return url;
    }
}
