using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;
using Infra.Tests.Testing;

namespace Infra.Tests.Interop;

/// <summary>This project's client calls the server of @grpc/grpc-js.</summary>
public sealed class GrpcJsServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [NodeFact]
    public async Task A_resource_with_every_kind_of_value_is_registered()
    {
        using var server = await StartAsync();
        var request = new RegisterResourceRequest
        {
            Type = "aws:ec2/vpc:Vpc",
            Name = "möwe",
            Dependencies = { "urn:a" },
            PropertyDependencies = { ["text"] = new() { Urns = { "urn:b" } } },
            Object = Struct.Parser.ParseJson("""{ "text": "犬", "number": -1.5, "yes": true, "nothing": null, "list": ["a", { "deep": "er" }], "empty": {} }"""),
        };

        var answer = await server.Channel.CallAsync(ResourceMonitor.RegisterResource, request);

        answer.ShouldBe(new RegisterResourceResponse
        {
            Urn = "aws:ec2/vpc:Vpc::möwe",
            Id = "möwe-id",
            Object = request.Object,
            Stables = { "urn:a" },
            PropertyDependencies = { ["text"] = new() { Urns = { "urn:b" } } },
        });
    }

    [NodeFact]
    public async Task A_failure_arrives_with_its_status_and_its_text()
    {
        using var server = await StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(
            () => server.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "9 zwölf 犬 🐕 100 % “of”\nthem" }));

        failure.Status.ShouldBe(RpcStatus.FailedPrecondition);
        failure.Message.ShouldBe("zwölf 犬 🐕 100 % “of”\nthem");
    }

    [NodeFact]
    public async Task A_method_that_is_not_served_is_unimplemented()
    {
        using var server = await StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(() => server.Channel.CallAsync(Analyzer.GetPluginInfo, new Empty()));

        failure.Status.ShouldBe(RpcStatus.Unimplemented);
    }

    [NodeFact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        using var server = await StartAsync();
        await server.Channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "0" });

        var failure = await Should.ThrowAsync<RpcException>(
            () => server.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty(), TimeSpan.FromMilliseconds(500)));

        failure.Status.ShouldBe(RpcStatus.DeadlineExceeded);
        (await server.ReadLineAsync()).ShouldBe("waiting, deadline in some time");
        (await server.ReadLineAsync()).ShouldBe("cancelled");
    }

    [NodeFact]
    public async Task Cancelling_a_call_cancels_it_in_the_server()
    {
        using var server = await StartAsync();
        using var source = new CancellationTokenSource();
        var call = server.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty(), cancellationToken: source.Token);
        (await server.ReadLineAsync()).ShouldBe("waiting, deadline in no time");

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(() => call)).Status.ShouldBe(RpcStatus.Cancelled);
        (await server.ReadLineAsync()).ShouldBe("cancelled");
    }

    [NodeFact]
    public async Task A_server_that_is_killed_is_unavailable()
    {
        using var server = await StartAsync();
        var call = server.Channel.CallAsync(ResourceMonitor.SignalAndWaitForShutdown, new Empty());
        await server.ReadLineAsync();

        server.Kill();

        (await Should.ThrowAsync<RpcException>(() => call.WaitAsync(Patience))).Status.ShouldBe(RpcStatus.Unavailable);
    }

    [NodeFact]
    public async Task A_message_of_64_MiB_travels_in_both_directions()
    {
        using var server = await StartAsync();
        var bytes = RandomNumberGenerator.GetBytes(64 * 1024 * 1024);

        var answer = await server.Channel.CallAsync(Callbacks.Invoke, new CallbackInvokeRequest { Request = UnsafeByteOperations.UnsafeWrap(bytes) });

        answer.Response.Span.SequenceEqual(bytes).ShouldBeTrue();
    }

    [NodeFact]
    public async Task A_thousand_calls_at_once_each_get_their_own_answer()
    {
        using var server = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(index =>
            server.Channel.CallAsync(ResourceMonitor.RegisterResource, new RegisterResourceRequest { Type = "a:b:C", Name = $"{index}" })));

        answers.Select(answer => answer.Urn).ShouldBe(Enumerable.Range(0, 1000).Select(index => $"a:b:C::{index}"));
    }

    private static async Task<NodeServer> StartAsync()
    {
        var folder = await NodePackage.InstallAsync("Grpc");
        var process = NodePackage.Start(folder, ["server.js"], new Dictionary<string, string> { ["INFRA_PROTOS"] = Repository.Path("rpc", "Protos") });
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new NodeServer(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    private sealed class NodeServer(Process process, int port) : IDisposable
    {
        public RpcChannel Channel { get; } = new($"127.0.0.1:{port}");

        public Task<string?> ReadLineAsync() => process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

        public void Kill() => process.Kill();

        public void Dispose()
        {
            Channel.Dispose();
            process.Kill();
            process.Dispose();
        }
    }
}
