using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>JSON as values on the wire, and values on the wire as JSON text.</summary>
internal static class WireJson
{
    public static Value Write(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return Value.ForString(json.GetString()!);
            case JsonValueKind.Number:
                return Value.ForNumber(json.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return Value.ForBool(json.GetBoolean());
            case JsonValueKind.Array:
                return Value.ForList([.. json.EnumerateArray().Select(Write)]);
            case JsonValueKind.Object:
                var members = new Struct();
                foreach (var member in json.EnumerateObject()) members.Fields[member.Name] = Write(member.Value);
                return Value.ForStruct(members);
            default:
                return Value.ForNull();
        }
    }

    /// <summary>JSON with sorted keys, in protobuf's spacing: <c>{ "a": [ 1, 2 ] }</c>.</summary>
    public static string Format(Value value) => JsonFormatter.Default.Format(Sorted(value));

    private static Value Sorted(Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.ListValue:
                return Value.ForList([.. value.ListValue.Values.Select(Sorted)]);
            case Value.KindOneofCase.StructValue:
                var members = new Struct();
                foreach (var (name, member) in value.StructValue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
                    members.Fields.Add(name, Sorted(member));
                return Value.ForStruct(members);
            default:
                return value;
        }
    }
}
