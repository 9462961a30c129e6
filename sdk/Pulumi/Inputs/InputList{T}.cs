using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs. It keeps its shape: an unknown element does not hide the others.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // In order: single elements (Input<T>) and whole lists (Output<ImmutableArray<Input<T>>>).
    private readonly List<object> _parts = [];
    private bool _hasWholeLists;

    public InputList()
    {
    }

    private InputList(IEnumerable<Input<T>> elements) => _parts.AddRange(elements.Select(Element));

    private InputList(Output<ImmutableArray<Input<T>>> list)
    {
        _parts.Add(list);
        _hasWholeLists = true;
    }

    private protected override object? Content => _hasWholeLists ? Structure : Elements();

    private Output<ImmutableArray<Input<T>>> Structure => _parts is [Output<ImmutableArray<Input<T>>> only] ? only : new(JoinAsync([.. _parts]));

    public static implicit operator InputList<T>(T value) => new([value]);

    public static implicit operator InputList<T>(Output<T> value) => new([value]);

    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    public static implicit operator InputList<T>(T[] values) => new(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Output<T>[] values) => new(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Input<T>[] values) => new(values);

    public static implicit operator InputList<T>(List<T> values) => new(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Output<T>> values) => new(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Input<T>> values) => new(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(OrEmpty(values).Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new(OrEmpty(values).Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(OrEmpty(values));

    public static implicit operator InputList<T>(Output<T[]> values) => Whole(values);

    public static implicit operator InputList<T>(Output<List<T>> values) => Whole(values);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => Whole(values);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => Whole(values);

    public void Add(params Input<T>[] inputs) => _parts.AddRange(inputs.Select(Element));

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        object[] parts = [.. inputs._parts];
        _parts.AddRange(parts);
        _hasWholeLists |= inputs._hasWholeLists;
    }

    public InputList<T> Concat(InputList<T> other)
    {
        var joined = new InputList<T>();
        joined.AddRange(this);
        joined.AddRange(other);
        return joined;
    }

    /// <summary>The elements, once they are there; none if the list itself is unknown.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Structure.DataTask.ConfigureAwait(false);
        if (!data.IsKnown) yield break;
        foreach (var element in data.Value) yield return element;
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException($"A {nameof(InputList<>)} cannot be enumerated: its elements may not be there yet. Use Apply, or await foreach.");

    internal override Output<ImmutableArray<T>> ToOutputCore() =>
        _hasWholeLists ? Structure.Apply(elements => Output.All(elements.AsEnumerable())) : Output.All(Elements().AsEnumerable());

    private static InputList<T> Whole<TList>(Output<TList> values)
        where TList : IEnumerable<T>
    {
        if (values is null) return null!;
        return new(values.Apply(list => list is null or ImmutableArray<T> { IsDefault: true }
            ? []
            : list.Select(value => (Input<T>)value).ToImmutableArray()));
    }

    private static ImmutableArray<TElement> OrEmpty<TElement>(ImmutableArray<TElement> values) => values.IsDefault ? [] : values;

    // A null element is an element that holds null.
    private static object Element(Input<T>? input) => input ?? new Input<T>(default(T)!);

    private ImmutableArray<Input<T>> Elements() => [.. _parts.Cast<Input<T>>()];

    private static async Task<OutputData<ImmutableArray<Input<T>>>> JoinAsync(object[] parts)
    {
        var elements = ImmutableArray.CreateBuilder<Input<T>>(parts.Length);
        var facts = new OutputFacts();
        foreach (var part in parts)
        {
            if (part is not Output<ImmutableArray<Input<T>>> list)
            {
                elements.Add((Input<T>)part);
                continue;
            }

            var data = await list.DataTask.ConfigureAwait(false);
            facts.Add(data);
            if (data.IsKnown) elements.AddRange(data.Value);
        }

        return facts.With(elements.ToImmutable());
    }
}
