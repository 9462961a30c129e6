namespace Pulumi;

/// <summary>An input that takes either of two types.</summary>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    public InputUnion()
        : this(default(Union<T0, T1>))
    {
    }

    private InputUnion(Union<T0, T1> value)
        : base(value)
    {
    }

    private InputUnion(Output<Union<T0, T1>> output)
        : base(output)
    {
    }

    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);

    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Union<T0, T1>.FromT0(value));

    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Union<T0, T1>.FromT1(value));

    public static implicit operator InputUnion<T0, T1>(Input<T0> value) =>
        value is null ? null!
        : value.IsOutput ? new(value.Apply(Union<T0, T1>.FromT0))
        : new(Union<T0, T1>.FromT0(value.PlainValue));

    public static implicit operator InputUnion<T0, T1>(Input<T1> value) =>
        value is null ? null!
        : value.IsOutput ? new(value.Apply(Union<T0, T1>.FromT1))
        : new(Union<T0, T1>.FromT1(value.PlainValue));

    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => value is null ? null! : new(value);

    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => value is null ? null! : new(value.Apply(Union<T0, T1>.FromT0));

    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => value is null ? null! : new(value.Apply(Union<T0, T1>.FromT1));
}
