using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>A value on the wire is of another kind than the program's type.</summary>
internal sealed class ValueMismatchException(string message) : Exception(message)
{
    public static ValueMismatchException Expected(string kind, Value value) => new($"expected {kind}, got {Describe(value)}.");

    // The kind only: the value may be a secret.
    private static string Describe(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => "a boolean",
        Value.KindOneofCase.NumberValue => "a number",
        Value.KindOneofCase.StringValue => "a string",
        Value.KindOneofCase.ListValue => "a list",
        Value.KindOneofCase.StructValue => "an object",
        _ => "nothing",
    };
}
