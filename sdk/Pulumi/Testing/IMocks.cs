namespace Pulumi.Testing;

/// <summary>What a test answers in place of an engine. Calls may overlap and come from several threads.</summary>
public interface IMocks
{
    /// <summary>The id and state of a resource that is created or read. Called for custom resources, components and providers, not for the stack.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>The result of a provider function or of a method of a resource.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Told of the outputs of a component or of the stack.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
