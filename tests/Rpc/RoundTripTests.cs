using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Rpc;

public sealed class RoundTripTests
{
    [Fact]
    public async Task A_request_arrives_and_its_answer_returns()
    {
        await using var server = new RpcServer().Map(ResourceMonitor.SupportsFeature,
            (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id == "secrets" }));
        await server.StartAsync();
        using var channel = new RpcChannel(server.Address);

        var answer = await channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "secrets" });

        answer.HasSupport.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_method_is_unimplemented()
    {
        await using var server = new RpcServer();
        await server.StartAsync();
        using var channel = new RpcChannel(server.Address);

        var failure = await Should.ThrowAsync<RpcException>(
            () => channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest()));

        failure.Status.ShouldBe(RpcStatus.Unimplemented);
    }
}
