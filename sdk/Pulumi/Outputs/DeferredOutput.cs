namespace Pulumi;

/// <summary>An output whose value is given later, once; until then everything that uses it waits.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DeferredOutput() => Output = new(GetDataAsync());

    public Output<T> Output { get; }

    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!_source.TrySetResult(output)) throw new InvalidOperationException("DeferredOutput can only be resolved once.");
    }

    private async Task<OutputData<T>> GetDataAsync()
    {
        var output = await _source.Task.ConfigureAwait(false);
        return await output.DataTask.ConfigureAwait(false);
    }
}
