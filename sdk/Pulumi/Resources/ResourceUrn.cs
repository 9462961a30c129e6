namespace Pulumi;

/// <summary>The URN of a resource as the source of an output that depends on it.</summary>
internal sealed class ResourceUrn(Resource resource) : IOutputSource<string>
{
    public async Task<OutputData<string>> GetDataAsync() =>
        new(await resource.GetUrnAsync().ConfigureAwait(false), dependencies: [resource]);
}
