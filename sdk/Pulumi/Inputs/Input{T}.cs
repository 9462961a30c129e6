namespace Pulumi;

/// <summary>A property of an args class: a plain value, or an output whose value comes later.</summary>
public class Input<T> : IInput
{
    private readonly T _value;
    private Output<T>? _output;

    internal Input(T value) => _value = value;

    internal Input(Output<T> output)
    {
        _value = default!;
        _output = output;
        IsOutput = true;
    }

    private protected Input() => _value = default!;

    object? IInput.Content => Content;

    internal bool IsOutput { get; }

    internal T PlainValue => _value;

    private protected virtual object? Content => IsOutput ? _output : _value;

    public static implicit operator Input<T>(T value) => new(value);

    public static implicit operator Input<T>(Output<T> value) => value is null ? null! : new(value);

    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();

    IOutput IInput.AsOutput() => ToOutputCore();

    internal virtual Output<T> ToOutputCore() => _output ??= Output.Create(_value);
}
