namespace Pulumi;

/// <summary>The end of a resource's registration, for which all its outputs wait.</summary>
internal sealed class ResourceCompletion
{
    private readonly TaskCompletionSource<ResourceState> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<ResourceState> Task => _source.Task;

    public void Resolve(ResourceState state) => _source.SetResult(state);

    public void Fail(Exception exception) => _source.TrySetException(exception);
}
