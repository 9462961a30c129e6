using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;

namespace Pulumi;

/// <summary>Turns a reference into an object of the resource's own class if that is loaded, else into one that has only its URN.</summary>
internal sealed class ResourceConverter<T> : ValueConverter<T>
    where T : Resource
{
    protected override T? ConvertPresent(Value value)
    {
        if (WireValues.SignatureOf(value) != SpecialValues.ResourceReference) throw ValueMismatchException.Expected("a resource", value);
        var fields = value.StructValue.Fields;
        var urn = fields["urn"].StringValue;
        var id = fields.TryGetValue("id", out var member) ? WireValues.Unwrap(member).StringValue : null;
        var resource = ResourceClasses.Make(urn) ?? new DependencyResource(urn, id);
        return resource as T ?? throw new ValueMismatchException($"the resource {urn} is no {typeof(T).Name}.");
    }
}
