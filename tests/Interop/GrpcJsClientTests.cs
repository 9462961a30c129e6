using System.Diagnostics;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;
using Infra.Tests.Testing;

namespace Infra.Tests.Interop;

/// <summary>The client of @grpc/grpc-js, with which the Node SDK speaks, calls this project's server.</summary>
public sealed class GrpcJsClientTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Unicode = "zwölf 犬 🐕 100 % “of”\nthem";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _waiting = new();
    private readonly TaskCompletionSource _cancelled = new();
    private readonly RpcServer _server = new();
    private RegisterResourceRequest? _registered;

    public async Task InitializeAsync()
    {
        _server.Map(ResourceMonitor.RegisterResource, RegisterAsync);
        _server.Map(ResourceMonitor.SupportsFeature, (request, _) => request.Id switch
        {
            "missing" => throw new RpcException(RpcStatus.NotFound, Unicode),
            "broken" => throw new InvalidOperationException("the disk is full"),
            _ => Task.FromResult(new SupportsFeatureResponse { HasSupport = true }),
        });
        _server.Map(ResourceMonitor.SignalAndWaitForShutdown, async (_, cancellationToken) =>
        {
            using var registration = cancellationToken.Register(_cancelled.SetResult);
            _waiting.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new Empty();
        });
        _server.Map(Callbacks.Invoke, (request, _) => Task.FromResult(new CallbackInvokeResponse { Response = request.Request }));
        await _server.StartAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [NodeFact]
    public async Task A_resource_with_every_kind_of_value_is_registered()
    {
        const string values = """
            {
              "text": { "stringValue": "犬" }, "number": { "numberValue": -1.5 }, "yes": { "boolValue": true }, "nothing": { "nullValue": "NULL_VALUE" },
              "list": { "listValue": { "values": [{ "stringValue": "a" }, { "structValue": { "fields": { "deep": { "stringValue": "er" } } } }] } }
            }
            """;

        var answer = await CallAsync("register", $$"""
            {
              "type": "aws:ec2/vpc:Vpc", "name": "möwe", "custom": true, "protect": true, "dependencies": ["urn:a", "urn:b"],
              "propertyDependencies": { "text": { "urns": ["urn:a"] } }, "customTimeouts": { "create": "5m" },
              "aliases": [{ "spec": { "name": "old", "noParent": true } }], "sourcePosition": { "uri": "project:///index.js", "line": 12 },
              "object": { "fields": {{values}} }
            }
            """);

        _registered.ShouldBe(new RegisterResourceRequest
        {
            Type = "aws:ec2/vpc:Vpc",
            Name = "möwe",
            Custom = true,
            Protect = true,
            Dependencies = { "urn:a", "urn:b" },
            PropertyDependencies = { ["text"] = new() { Urns = { "urn:a" } } },
            CustomTimeouts = new() { Create = "5m" },
            Aliases = { new Alias { Spec = new() { Name = "old", NoParent = true } } },
            SourcePosition = new() { Uri = "project:///index.js", Line = 12 },
            Object = Struct.Parser.ParseJson("""{ "text": "犬", "number": -1.5, "yes": true, "nothing": null, "list": ["a", { "deep": "er" }] }"""),
        });
        var response = answer["response"]!;
        ((string)response["urn"]!).ShouldBe("urn of möwe");
        response["stables"]!.AsArray().Select(stable => (string)stable!).ShouldBe(["urn:a", "urn:b"]);
        foreach (var (name, value) in JsonNode.Parse(values)!.AsObject()) IsWithin(value!, response["object"]!["fields"]![name]!).ShouldBeTrue(name);
    }

    [NodeFact]
    public async Task A_failure_arrives_with_its_status_and_its_text()
    {
        var answer = await CallAsync("feature", "missing");

        ((int)answer["code"]!).ShouldBe((int)RpcStatus.NotFound);
        ((string)answer["details"]!).ShouldBe(Unicode);
    }

    [NodeFact]
    public async Task An_exception_of_a_handler_is_an_unknown_status()
    {
        var answer = await CallAsync("feature", "broken");

        ((int)answer["code"]!).ShouldBe((int)RpcStatus.Unknown);
        ((string)answer["details"]!).ShouldBe("the disk is full");
    }

    [NodeFact]
    public async Task Compression_is_refused_in_clear_text()
    {
        var answer = await CallAsync("compressed", "secrets");

        ((int)answer["code"]!).ShouldBe((int)RpcStatus.Unimplemented);
        ((string)answer["details"]!).ShouldBe("grpc-encoding is 'gzip', which is not supported here; allowed is identity.");
    }

    [NodeFact]
    public async Task A_deadline_ends_the_call_on_both_sides()
    {
        var answer = await CallAsync("deadline", "2000");

        ((int)answer["code"]!).ShouldBe((int)RpcStatus.DeadlineExceeded);
        await _cancelled.Task.WaitAsync(Patience);
    }

    [NodeFact]
    public async Task Cancelling_a_call_cancels_its_handler()
    {
        var answer = await CallAsync("cancel", "2000");

        ((int)answer["code"]!).ShouldBe((int)RpcStatus.Cancelled);
        await _cancelled.Task.WaitAsync(Patience);
    }

    [NodeFact]
    public async Task A_client_that_is_killed_cancels_its_handlers()
    {
        using var client = await StartAsync("wait");
        await _waiting.Task.WaitAsync(Patience);

        client.Kill();

        await _cancelled.Task.WaitAsync(Patience);
    }

    [NodeFact]
    public async Task A_message_of_64_MiB_travels_in_both_directions()
    {
        var answer = await CallAsync("large", $"{64 * 1024 * 1024}");

        ((int)answer["code"]!).ShouldBe(0, answer.ToJsonString());
        ((bool)answer["same"]!).ShouldBeTrue();
    }

    [NodeFact]
    public async Task A_thousand_calls_at_once_each_get_their_own_answer()
    {
        var answer = await CallAsync("concurrent", "1000");

        answer["failure"].ShouldBeNull(answer["failure"]?.ToJsonString());
        answer["urns"]!.AsArray().Select(urn => (string)urn!).ShouldBe(Enumerable.Range(0, 1000).Select(index => $"urn of resource-{index}"));
    }

    private Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        _registered = request;
        return Task.FromResult(new RegisterResourceResponse { Urn = $"urn of {request.Name}", Object = request.Object, Stables = { request.Dependencies } });
    }

    // The reader of the other side also names the case of each oneof; everything that was sent must be there.
    private static bool IsWithin(JsonNode part, JsonNode whole) => part switch
    {
        JsonObject parts => parts.All(member => whole[member.Key] is { } found && IsWithin(member.Value!, found)),
        JsonArray parts => parts.Count == whole.AsArray().Count && parts.Zip(whole.AsArray()).All(pair => IsWithin(pair.First!, pair.Second!)),
        _ => JsonNode.DeepEquals(part, whole),
    };

    private async Task<JsonNode> CallAsync(string scenario, string argument)
    {
        using var client = await StartAsync(scenario, argument);
        var errors = client.StandardError.ReadToEndAsync();
        var output = await client.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        (await errors).ShouldBeEmpty();
        return JsonNode.Parse(output)!;
    }

    private async Task<Process> StartAsync(params string[] scenario)
    {
        var folder = await NodePackage.InstallAsync("Grpc");
        return NodePackage.Start(folder, ["calls.js", _server.Address, .. scenario], new Dictionary<string, string>
        {
            ["INFRA_PROTOS"] = Repository.Path("rpc", "Protos"),
        });
    }
}
