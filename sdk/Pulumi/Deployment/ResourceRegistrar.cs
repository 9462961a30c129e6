using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Pulumi;

/// <summary>Takes a resource from its constructor to its state: registered, read, or fetched by its URN.</summary>
internal sealed class ResourceRegistrar(Deployment deployment)
{
    public async Task RunAsync(Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        try
        {
            var state = await GetStateAsync(resource, args, options, package).ConfigureAwait(false);
            resource.Completion.Resolve(state);
            if (resource.IsCustom || resource.IsRemote) OutputProperties.Of(resource.GetType()).ResolveReferences(resource, state);
        }
        catch (Exception exception)
        {
            resource.Completion.Fail(exception);
            throw;
        }
    }

    public async Task RegisterOutputsAsync(Resource resource, Task<IDictionary<string, object?>> outputs)
    {
        var members = await outputs.ConfigureAwait(false);
        var label = $"{resource.GetResourceType()}::{resource.GetResourceName()}";
        var properties = await WireProperties.WriteAsync(members, label, new WireWriterOptions(deployment.Features), isResource: false).ConfigureAwait(false);
        await deployment.Monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest
        {
            Urn = await resource.GetUrnAsync().ConfigureAwait(false),
            Outputs = properties.Object,
        }).ConfigureAwait(false);
    }

    private async Task<ResourceState> GetStateAsync(Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        if (!string.IsNullOrEmpty(options.Urn)) return await FetchAsync(options.Urn).ConfigureAwait(false);

        var request = new RegistrationRequest(deployment, resource, args, options, package);
        if (options.Id is { } id)
        {
            var data = await id.ToOutput().DataTask.ConfigureAwait(false);
            if (data.IsKnown && !string.IsNullOrEmpty(data.Value))
            {
                if (!resource.IsCustom) throw new ArgumentException("ResourceOptions.Id may only be set for a CustomResource.", nameof(options));
                return await ReadAsync(resource, data.Value, request).ConfigureAwait(false);
            }
        }

        return await RegisterAsync(resource, request).ConfigureAwait(false);
    }

    private async Task<ResourceState> RegisterAsync(Resource resource, RegistrationRequest request)
    {
        var message = await request.ToRegisterAsync().ConfigureAwait(false);
        if (resource is not Stack) await deployment.Gate.PassAsync().ConfigureAwait(false);
        var response = await deployment.Monitor.RegisterResourceAsync(resource, message).ConfigureAwait(false);
        var isUnknown = response.Unknown || response.Result != Result.Success;
        return new(response.Urn, response.Id, response.Object, response.PropertyDependencies, isUnknown);
    }

    private async Task<ResourceState> ReadAsync(Resource resource, string id, RegistrationRequest request)
    {
        var message = await request.ToReadAsync(id).ConfigureAwait(false);
        await deployment.Gate.PassAsync().ConfigureAwait(false);
        var response = await deployment.Monitor.ReadResourceAsync(resource, message).ConfigureAwait(false);
        return new(response.Urn, id, response.Properties, null);
    }

    // The state of a resource that another value refers to.
    private async Task<ResourceState> FetchAsync(string urn)
    {
        var arguments = new Google.Protobuf.WellKnownTypes.Struct();
        arguments.Fields.Add("urn", Google.Protobuf.WellKnownTypes.Value.ForString(urn));
        var response = await deployment.Monitor.InvokeAsync(new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = arguments,
            AcceptResources = await deployment.Features.SupportsAsync(FeatureSet.ResourceReferences).ConfigureAwait(false),
        }).ConfigureAwait(false);
        FunctionCaller.ThrowIfFailed("pulumi:pulumi:getResource", response.Failures);

        var fields = response.Return.Fields;
        var id = fields.TryGetValue("id", out var given) && given.StringValue != SpecialValues.Unknown ? given.StringValue : null;
        return new(urn, id, fields.TryGetValue("state", out var state) ? state.StructValue : null, null);
    }
}
