using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;

namespace Pulumi;

/// <summary>What a value on the wire says of itself, at any depth.</summary>
internal sealed class WireFacts
{
    private static readonly WireFacts None = new();

    private ImmutableHashSet<string> _dependencies = [];

    public bool IsUnknown { get; private set; }

    public bool IsSecret { get; private set; }

    public bool HasReference { get; private set; }

    /// <summary>The URNs that output values name.</summary>
    public ImmutableHashSet<string> Dependencies => _dependencies;

    public static WireFacts Of(Value value)
    {
        if (value.KindCase is Value.KindOneofCase.BoolValue or Value.KindOneofCase.NumberValue or Value.KindOneofCase.NullValue) return None;
        var facts = new WireFacts();
        facts.Visit(value);
        return facts;
    }

    private void Visit(Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                IsUnknown |= SpecialValues.IsUnknown(value.StringValue);
                break;
            case Value.KindOneofCase.ListValue:
                foreach (var element in value.ListValue.Values) Visit(element);
                break;
            case Value.KindOneofCase.StructValue:
                VisitObject(value);
                break;
        }
    }

    private void VisitObject(Value value)
    {
        var fields = value.StructValue.Fields;
        switch (WireValues.SignatureOf(value))
        {
            case SpecialValues.Secret:
                IsSecret = true;
                break;
            case SpecialValues.ResourceReference:
                HasReference = true;
                return;
            case SpecialValues.OutputValue:
                IsUnknown |= !fields.ContainsKey("value");
                IsSecret |= fields.TryGetValue("secret", out var secret) && secret.BoolValue;
                if (fields.TryGetValue("dependencies", out var dependencies))
                    _dependencies = _dependencies.Union(dependencies.ListValue.Values.Select(urn => urn.StringValue));
                if (fields.TryGetValue("value", out var inner)) Visit(inner);
                return;
        }

        foreach (var member in fields.Values) Visit(member);
    }
}
