using Google.Protobuf.WellKnownTypes;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Sdk.Wire;

/// <summary>The answers that the recordings in tests/Vectors/Expected were made with; any other answer changes what a program sends.</summary>
internal sealed class FixedAnswers(bool isPreview)
{
    private const string StackType = "pulumi:pulumi:Stack";

    private readonly Dictionary<string, (string Id, Struct State)> _states = [];

    public static string UrnOf(string parent, string type, string name)
    {
        var parentChain = parent.Length == 0 ? "" : parent.Split("::", 4)[2];
        var chain = parentChain is "" or StackType ? type : $"{parentChain}${type}";
        return $"urn:pulumi:dev::vec::{chain}::{name}";
    }

    public RegisterResourceResponse Register(string urn, RegisterResourceRequest request)
    {
        if (_states.ContainsKey(urn)) throw Refusal($"Duplicate resource URN '{urn}'; try giving it a unique name");
        if (request.Type == "test:index:Broken") throw Refusal($"the provider refused {request.Name}");

        var state = Echo(request.Object ?? new());
        var id = "";
        if (request.Custom && !isPreview)
        {
            id = request.ImportId.Length > 0 ? request.ImportId : $"id-{request.Name}";
            state.Fields["arn"] = Value.ForString($"arn:test:{request.Name}");
        }
        _states[urn] = (id, state);
        return new() { Urn = urn, Id = id, Object = state };
    }

    public ReadResourceResponse Read(string urn, ReadResourceRequest request)
    {
        var state = Echo(request.Properties ?? new());
        if (request.Type == "pulumi:pulumi:StackReference")
        {
            state.Fields["name"] = Value.ForString(request.Id);
            state.Fields["secretOutputNames"] = Value.ForList(Value.ForString("token"));
            state.Fields["outputs"] = Object(
                ("url", Value.ForString("https://example.test")),
                ("port", Value.ForNumber(8080)),
                ("ids", Value.ForList(Value.ForString("i-1"), Value.ForString("i-2"))),
                ("token", Secret(Value.ForString("t0ken"))));
        }
        else
        {
            state.Fields["arn"] = Value.ForString($"arn:test:{request.Name}");
        }
        _states[urn] = (request.Id, state);
        return new() { Urn = urn, Properties = state };
    }

    public ResourceInvokeResponse Invoke(ResourceInvokeRequest request) => request.Tok switch
    {
        "test:index:echo" => new() { Return = Echo(request.Args ?? new()) },
        "test:index:getThing" => new()
        {
            Return = Object(
                ("name", Value.ForString("thing")),
                ("count", Value.ForNumber(3)),
                ("zones", Value.ForList(Value.ForString("z1"), Value.ForString("z2"))),
                ("tags", Object(("a", Value.ForString("b"))))).StructValue,
        },
        "test:index:getSecret" => new()
        {
            Return = Object(("name", Value.ForString("thing")), ("password", Secret(Value.ForString("pw")))).StructValue,
        },
        "test:index:single" => new() { Return = Object(("value", Value.ForString("one"))).StructValue },
        "test:index:fail" => new()
        {
            Failures = { new CheckFailure { Property = "name", Reason = "is not allowed" }, new CheckFailure { Reason = "whole call refused" } },
        },
        "test:index:error" => throw Refusal("invoke exploded"),
        "pulumi:pulumi:getResource" => new() { Return = GetResource(request.Args.Fields["urn"].StringValue) },
        _ => new() { Return = new() },
    };

    public static CallResponse Call(ResourceCallRequest request)
    {
        var arguments = Echo(request.Args ?? new());
        arguments.Fields.Remove("__self__");
        return new() { Return = Object(("tok", Value.ForString(request.Tok)), ("args", Value.ForStruct(arguments))).StructValue };
    }

    private Struct GetResource(string urn) => _states.TryGetValue(urn, out var known)
        ? Object(("urn", Value.ForString(urn)), ("id", Value.ForString(known.Id)), ("state", Value.ForStruct(known.State))).StructValue
        : throw Refusal($"unknown resource {urn}");

    private static Struct Echo(Struct given)
    {
        var copy = new Struct();
        foreach (var (key, value) in given.Fields) copy.Fields[key] = Echo(value);
        return copy;
    }

    private static Value Echo(Value given) => given.KindCase switch
    {
        Value.KindOneofCase.ListValue => Value.ForList([.. given.ListValue.Values.Select(Echo)]),
        Value.KindOneofCase.StructValue when IsOutputValue(given.StructValue) => EchoOutputValue(given.StructValue),
        Value.KindOneofCase.StructValue => Value.ForStruct(Echo(given.StructValue)),
        _ => given.Clone(),
    };

    private static bool IsOutputValue(Struct given) =>
        given.Fields.TryGetValue(SpecialValues.SignatureKey, out var signature) && signature.StringValue == SpecialValues.OutputValue;

    private static Value EchoOutputValue(Struct given)
    {
        var value = given.Fields.TryGetValue("value", out var known) ? Echo(known) : Value.ForString(SpecialValues.Unknown);
        return given.Fields.TryGetValue("secret", out var secret) && secret.BoolValue ? Secret(value) : value;
    }

    private static Value Secret(Value value) =>
        Object((SpecialValues.SignatureKey, Value.ForString(SpecialValues.Secret)), ("value", value));

    private static Value Object(params (string Key, Value Value)[] fields)
    {
        var result = new Struct();
        foreach (var (key, value) in fields) result.Fields[key] = value;
        return Value.ForStruct(result);
    }

    private static RpcException Refusal(string message) => new(RpcStatus.Unknown, message);
}
