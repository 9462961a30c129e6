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
        });

        var name = Text(resources["shop"].Outputs, "name")!;
        name.ShouldMatch("^shop-[0-9a-z]{8}$");
        resources["shop"].Id.ShouldBe(new PropertyValue.Text(name));
        resources["shop"].Inputs.Keys.ShouldNotContain("metadata");
        (Text(resources["inside"].Inputs, "namespace"), Text(resources["inside"].Outputs, "name")).ShouldBe((name, "given"));
    }

    [Fact]
    public async Task A_name_that_the_cluster_makes_is_not_known_nor_is_the_id()
    {
        var resources = await ResourcesOf(() => _ = new Cluster.ConfigMap("generated", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { GenerateName = "shop-" },
        }));

        resources["generated"].Id.ShouldBe(PropertyValue.Unknown.Value);
        Metadata(resources["generated"].Outputs, "name").ShouldBe(PropertyValue.Unknown.Value);
    }

    [Fact]
    public async Task What_is_there_already_has_the_name_of_its_id()
    {
        var resources = await ResourcesOf(() =>
        {
            var nginx = Cluster.Service.Get("nginx", "web/front");
            _ = new Cluster.ConfigMap("beside", new ConfigMapArgs { Metadata = new ObjectMetaArgs { Name = nginx.Metadata.Apply(of => of.Name) } });
        });

        Text(resources["beside"].Inputs, "name").ShouldBe("front");
    }

    [Fact]
    public async Task A_secret_label_hides_the_name_and_the_id()
    {
        var resources = await ResourcesOf(() => _ = new Cluster.ConfigMap("hidden", new ConfigMapArgs
        {
            Metadata = Output.CreateSecret(new ObjectMetaArgs { Name = "hidden" }),
        }));

        resources["hidden"].Id.ShouldBe(PropertyValue.Unknown.Value);
        resources["hidden"].Outputs["metadata"].ShouldBeOfType<PropertyValue.Secret>();
    }

    [Fact]
    public async Task Before_anything_exists_a_name_is_known_and_an_id_is_not()
    {
        var reviewed = await PolicyCheck.RunAsync(
            new() { Folder = Repository.Root, Stack = "dev", Unknowns = true }, () => Deployment.RunAsync(() => _ = new Cluster.Namespace("shop")),
            new DateOnly(2026, 11, 22));

        var shop = reviewed.Preview.Resources.Single(resource => resource.Custom);
        Text(shop.Outputs, "name").ShouldNotBeNull().ShouldStartWith("shop-");
        shop.Id.ShouldBe(PropertyValue.Unknown.Value);
    }

    [Fact]
    public async Task An_object_of_a_kind_that_the_cluster_was_taught_has_a_name_too()
    {
        var resources = await ResourcesOf(() => _ = new Certificate("front"));

        Text(resources["front"].Outputs, "name").ShouldNotBeNull().ShouldStartWith("front-");
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

    private static string? Text(PropertyDictionary properties, string name) => Metadata(properties, name) is PropertyValue.Text text ? text.Value : null;

    private static PropertyValue? Metadata(PropertyDictionary properties, string name) =>
        properties["metadata"] is PropertyValue.Map map ? map.Entries.GetValueOrDefault(name) : null;

    private static async Task<IReadOnlyDictionary<string, PreviewResource>> ResourcesOf(Action program)
    {
        var reviewed = await PolicyCheck.RunAsync("dev", () => Deployment.RunAsync(program), Repository.Root);
        return reviewed.Preview.Resources.Where(resource => resource.Custom).ToDictionary(resource => resource.Name);
    }

    private sealed class Certificate(string name)
        : CustomResource("kubernetes:cert-manager.io/v1:Certificate", name, new CertificateArgs(), (CustomResourceOptions?)null);

    private sealed class CertificateArgs : ResourceArgs
    {
        [Input("apiVersion")]
        public Input<string> ApiVersion { get; } = "cert-manager.io/v1";

        [Input("kind")]
        public Input<string> Kind { get; } = "Certificate";
    }
}
