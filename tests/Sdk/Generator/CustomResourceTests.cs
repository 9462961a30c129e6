using Infra.Tests.Sdk.Contract;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Testing;

namespace Infra.Tests.Sdk.Generator;

public sealed class CustomResourceTests
{
    [Fact]
    public async Task A_custom_resource_is_of_the_type_that_its_arguments_name()
    {
        var mocks = new RecordingMocks();

        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, () =>
        {
            _ = new Pulumi.Kubernetes.ApiExtensions.CustomResource("tab", new CronTabArgs { Replicas = 3, Metadata = new ObjectMetaArgs { Name = "nightly" } });
        });

        mocks.Named("tab").Type.ShouldBe("kubernetes:stable.example.com/v1:CronTab");
        mocks.Named("tab").Inputs["apiVersion"].ShouldBe("stable.example.com/v1");
        mocks.Named("tab").Inputs["kind"].ShouldBe("CronTab");
        mocks.Named("tab").Inputs["replicas"].ShouldBe(3.0);
    }

    private sealed class CronTabArgs() : CustomResourceArgs("stable.example.com/v1", "CronTab")
    {
        [Input("replicas")]
        public Input<int>? Replicas { get; set; }
    }
}
