using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>The running deployment: where it runs, and the functions that its providers have.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    public string StackName => _deployment.Settings.Stack;

    public string ProjectName => _deployment.Settings.Project;

    public string OrganizationName => _deployment.Settings.Organization;

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string RootDirectory =>
        _deployment.Settings.RootDirectory ?? throw new InvalidOperationException("The root directory of the project is not known in this run.");

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => _deployment.Settings.IsDryRun;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => Invoke<T>(token, args, options, null);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => Invoke<T>(token, args, options, null);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        new(InvokeOutputAsync(token, args, options, registerPackageRequest, ReadAll<T>));

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        Invoke<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeSingle<T>(token, args, options, null);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) => InvokeSingle<T>(token, args, options, null);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        new(InvokeOutputAsync(token, args, options, registerPackageRequest, ReadSingle<T>));

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeSingle<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeAsync<T>(token, args, options, null);

    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        ReadAll<T>(token, await _deployment.Functions.InvokeAsync(token, args, options, registerPackageRequest).ConfigureAwait(false)).Value;

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeAsync(token, args, options, null);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Functions.InvokeAsync(token, args, options, registerPackageRequest);

    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeSingleAsync<T>(token, args, options, null);

    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        ReadSingle<T>(token, await _deployment.Functions.InvokeAsync(token, args, options, registerPackageRequest).ConfigureAwait(false)).Value;

    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) => Call<T>(token, args, self, options, null);

    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        new(CallAsync<T>(token, args, self, options, registerPackageRequest));

    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) => Call(token, args, self, options, null);

    public void Call(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        _deployment.Tasks.Add(_deployment.Functions.CallAsync(token, args, self, options, registerPackageRequest));

    /// <summary>Has the engine run the transform for every function that is called from now on.</summary>
    public void RegisterInvokeTransform(InvokeTransform transform) =>
        _deployment.Tasks.Add(_deployment.Callbacks.RegisterInvokeTransformAsync(transform));

    private async Task<OutputData<T>> InvokeOutputAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? package, Func<string, Struct, OutputData<T>> read)
    {
        var result = await _deployment.Functions.InvokeOutputAsync(token, args, options, package).ConfigureAwait(false);
        return result.IsKnown ? result.Around(read(token, result.Value!)) : result.Unknown<T>();
    }

    private async Task<OutputData<T>> CallAsync<T>(
        string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? package)
    {
        var result = await _deployment.Functions.CallAsync(token, args, self, options, package).ConfigureAwait(false);
        return result.Around(ReadAll<T>(token, result.Value));
    }

    private OutputData<T> ReadAll<T>(string token, Struct result) =>
        WireReader<T>.Read(Value.ForStruct(result), OutputData.NoDependencies, $"the result of {token}", _deployment.Logger);

    private OutputData<T> ReadSingle<T>(string token, Struct result) =>
        result.Fields.Count == 1
            ? WireReader<T>.Read(result.Fields.Values.Single(), OutputData.NoDependencies, $"the result of {token}", _deployment.Logger)
            : throw new InvalidOperationException($"Function {token} returned {result.Fields.Count} values; one was expected.");
}
