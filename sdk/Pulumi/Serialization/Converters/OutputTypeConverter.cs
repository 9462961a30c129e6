using System.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Makes an <see cref="OutputTypeAttribute"/> object by its constructor, whose parameters are the object's keys.</summary>
internal sealed class OutputTypeConverter<T> : ValueConverter<T>
    where T : class
{
    private readonly ConstructorInvoker _constructor;
    private readonly (string Name, Func<ValueConverter> Converter, object? Default)[] _parameters;

    public OutputTypeConverter()
    {
        var constructor = OutputTypes.ConstructorOf(typeof(T)) ?? throw new InvalidOperationException(OutputTypes.WithoutConstructor(typeof(T)));
        _constructor = ConstructorInvoker.Create(constructor);
        _parameters = [.. constructor.GetParameters().Select(parameter => (
            parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
            (Func<ValueConverter>)(() => ValueConverter.Of(parameter.ParameterType)),
            parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null))];
    }

    protected override T ConvertPresent(Value value)
    {
        if (value.KindCase != Value.KindOneofCase.StructValue) throw ValueMismatchException.Expected("an object", value);
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, converter, absent) = _parameters[i];
            arguments[i] = value.StructValue.Fields.TryGetValue(name, out var member) ? converter().ConvertBoxed(member) : absent;
        }

        return (T)_constructor.Invoke(arguments.AsSpan());
    }
}
