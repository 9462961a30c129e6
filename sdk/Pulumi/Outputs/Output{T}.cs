namespace Pulumi;

/// <summary>A value that may come later, with what is known of it: whether it is known, whether it is secret, and which resources it depends on.</summary>
public sealed class Output<T> : IOutput
{
    // Either the task itself or, for a resource's property, the source that makes it on demand.
    private object _state;

    internal Output(Task<OutputData<T>> data)
    {
        _state = data;
        if (!data.IsCompletedSuccessfully) Deployment.Current?.Tasks.Add(data);
    }

    internal Output(IOutputSource<T> source) => _state = source;

    internal Output(OutputData<T> data) => _state = Task.FromResult(data);

    internal Task<OutputData<T>> DataTask
    {
        get
        {
            if (_state is Task<OutputData<T>> known) return known;
            var state = _state;
            if (state is not IOutputSource<T> source) return (Task<OutputData<T>>)state;
            var data = source.GetDataAsync();
            var previous = Interlocked.CompareExchange(ref _state, data, source);
            return ReferenceEquals(previous, source) ? data : (Task<OutputData<T>>)previous;
        }
    }

    public static Output<T> Create(Task<T> value) => Output.Create(value);

    public Output<ValueTuple> Apply(Func<T, Task> func) => ApplyTask(async value =>
    {
        await func(value).ConfigureAwait(false);
        return default(ValueTuple);
    });

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(ApplyValueAsync(func));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => ApplyTask(func);

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => ApplyOutput(value => func(value)?.ToOutputCore());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => ApplyOutput(func);

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => ApplyOutput(value => func(value));

    /// <summary>Not supported: text that says so, and a warning in the log.</summary>
    public override string ToString() => OutputText.Refuse();

    async ValueTask<OutputData> IOutput.GetDataAsync() => await DataTask.ConfigureAwait(false);

    private Output<TResult> ApplyTask<TResult>(Func<T, Task<TResult>> func) => new(ApplyTaskAsync(func));

    private Output<TResult> ApplyOutput<TResult>(Func<T, Output<TResult>?> func) => new(ApplyOutputAsync(func));

    private async Task<OutputData<TResult>> ApplyValueAsync<TResult>(Func<T, TResult> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.With(func(data.Value)) : data.Unknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyTaskAsync<TResult>(Func<T, Task<TResult>> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.With(await func(data.Value).ConfigureAwait(false)) : data.Unknown<TResult>();
    }

    private async Task<OutputData<TResult>> ApplyOutputAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        if (!data.IsKnown) return data.Unknown<TResult>();
        return func(data.Value) is { } inner
            ? data.Around(await inner.DataTask.ConfigureAwait(false))
            : data.With(default(TResult)!);
    }
}
