using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi;

/// <summary>Chooses the converter for a type.</summary>
internal static class ValueConverters
{
    public static ValueConverter Make(Type type)
    {
        if (type == typeof(string))
            return new ScalarConverter<string>("a string", value => Is(value, Value.KindOneofCase.StringValue) ? value.StringValue : null);
        if (type == typeof(bool)) return new StructConverter<bool>("a boolean", value => Is(value, Value.KindOneofCase.BoolValue) ? value.BoolValue : null);
        if (type == typeof(int)) return new StructConverter<int>("a number", value => Number(value) is { } number ? (int)number : null);
        if (type == typeof(double)) return new StructConverter<double>("a number", Number);
        if (type == typeof(object)) return new AnyConverter();
        if (type == typeof(JsonElement)) return new JsonConverter();
        if (typeof(AssetOrArchive).IsAssignableFrom(type)) return Generic(typeof(AssetConverter<>), type);
        if (typeof(Resource).IsAssignableFrom(type)) return Generic(typeof(ResourceConverter<>), type);
        if (type.IsEnum) return Generic(typeof(IntEnumConverter<>), type);
        if (type.IsDefined(typeof(EnumTypeAttribute), false)) return Generic(typeof(EnumTypeConverter<>), type);
        if (type.IsDefined(typeof(OutputTypeAttribute), false)) return Generic(typeof(OutputTypeConverter<>), type);
        if (type.IsDefined(typeof(DiscriminatedUnionDiscriminatorAttribute), false)) return Generic(typeof(DiscriminatedUnionConverter<>), type);
        if (type.IsGenericType && OfGeneric(type) is { } generic) return generic;
        return Generic(typeof(UnsupportedConverter<>), type);
    }

    private static ValueConverter? OfGeneric(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        return definition == typeof(Nullable<>) ? Generic(typeof(NullableConverter<>), arguments)
            : definition == typeof(Union<,>) ? Generic(typeof(UnionConverter<,>), arguments)
            : definition == typeof(ImmutableArray<>) ? Generic(typeof(ListConverter<>), arguments)
            : definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string) ? Generic(typeof(MapConverter<>), arguments[1])
            : definition == typeof(Output<>) ? Generic(typeof(NestedOutputConverter<>), arguments)
            : null;
    }

    private static ValueConverter Generic(Type definition, params Type[] arguments) =>
        (ValueConverter)Activator.CreateInstance(
            definition.MakeGenericType(arguments), BindingFlags.Instance | BindingFlags.Public, null, null, null)!;

    private static bool Is(Value value, Value.KindOneofCase kind) => value.KindCase == kind;

    private static double? Number(Value value) => Is(value, Value.KindOneofCase.NumberValue) ? value.NumberValue : null;
}
