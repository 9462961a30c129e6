using Infra.Review;
using Infra.Review.Model;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Outputs.Core.V1;
using Cluster = Pulumi.Kubernetes.Core.V1;

namespace Infra.Tests.Review.Engine;

/// <summary>Only of AWS the engine knows what the cloud would answer.</summary>
[Collection(HostedPrograms.Name)]
public sealed class OtherProvidersTests
{
    [Fact]
    public async Task What_a_cluster_writes_is_not_known_and_nothing_is_computed_from_it()
    {
        var resources = await ResourcesOf(() =>
        {
            var front = new Cluster.Service("front", new ServiceArgs { Spec = new ServiceSpecArgs { Type = "LoadBalancer" } });
            _ = new Cluster.ConfigMap("host", new ConfigMapArgs { Data = { { "host", front.Status.Apply(Host) } } });
        });

        resources["host"].Inputs["data"].ShouldBe(new PropertyValue.Map(PropertyDictionary.Of([new("host", PropertyValue.Unknown.Value)])));
    }

    [Fact]
    public async Task An_object_without_a_name_gets_one_of_its_own()
    {
        var resources = await ResourcesOf(() =>
        {
            var space = new Cluster.Namespace("shop");
            var inside = new ObjectMetaArgs { Name = "given", Namespace = space.Metadata.Apply(of => of.Name) };
            _ = new Cluster.ConfigMap("inside", new ConfigMapArgs { Metadata = inside });
            _ = new Cluster.ConfigMap("generated", new ConfigMapArgs { Metadata = new ObjectMetaArgs { GenerateName = "shop-" } });
        });

        var name = Text(resources["shop"].Outputs, "name")!;
        name.ShouldMatch("^shop-[0-9a-f]{7}$");
        resources["shop"].Id.ShouldBe(new PropertyValue.Text(name));
        resources["shop"].Inputs.Keys.ShouldNotContain("metadata");
        (Text(resources["inside"].Inputs, "namespace"), Text(resources["inside"].Outputs, "name")).ShouldBe((name, "given"));
        Text(resources["generated"].Outputs, "name").ShouldBeNull();
    }

    [Fact]
    public async Task An_owner_elsewhere_is_no_account_of_AWS()
    {
        var resources = await ResourcesOf(() => _ = new Pulumi.Cloudflare.Zone("shop", new()
        {
            Name = "shop.example",
            Account = new Pulumi.Cloudflare.Inputs.ZoneAccountArgs { Id = "0123456789abcdef0123456789abcdef" },
        }));

        resources["shop"].Outputs.Keys.ShouldNotContain("owner");
    }

    private static string Host(ServiceStatus status) => status.LoadBalancer.Ingress[0].Hostname;

    private static string? Text(PropertyDictionary properties, string name) =>
        properties["metadata"] is PropertyValue.Map map && map.Entries.TryGetValue(name, out var value) && value is PropertyValue.Text text ? text.Value : null;

    private static async Task<IReadOnlyDictionary<string, PreviewResource>> ResourcesOf(Action program)
    {
        var reviewed = await PolicyCheck.RunAsync("dev", () => Deployment.RunAsync(program), Repository.Root);
        return reviewed.Preview.Resources.Where(resource => resource.Custom).ToDictionary(resource => resource.Name);
    }
}
