using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = StackOf(name, args) },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = StackOf(name, args) }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The output, secret if it is so there; null if there is none.</summary>
    public Output<object?> GetOutput(Input<string> name) =>
        new(SelectAsync(name, static (outputs, key, _) => outputs.GetValueOrDefault(key)));

    /// <summary>The output, secret if it is so there; it fails with <see cref="KeyNotFoundException"/> if there is none.</summary>
    public Output<object> RequireOutput(Input<string> name) =>
        new(SelectAsync(name, static (outputs, key, stack) => outputs.TryGetValue(key, out var value)
            ? value
            : throw new KeyNotFoundException($"Required output '{key}' does not exist on stack '{stack}'.")));

    /// <summary>The value of an output that is not secret; null if there is none or it is not known.</summary>
    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) => await PlainValueAsync(name, GetOutput(name)).ConfigureAwait(false);

    /// <inheritdoc cref="GetValueAsync"/>
    /// <exception cref="KeyNotFoundException">There is no such output.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) => (await PlainValueAsync(name, RequireOutput(name)!).ConfigureAwait(false))!;

    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataTask.ConfigureAwait(false);
        if (!data.IsKnown || data.Value is null) return new StackReferenceOutputDetails();
        return data.IsSecret ? new StackReferenceOutputDetails { SecretValue = data.Value } : new StackReferenceOutputDetails { Value = data.Value };
    }

    private static Input<string> StackOf(string name, StackReferenceArgs? args) => args?.Name ?? name;

    // The outputs come as one value, secret if any of them is; each alone is secret only if its name is listed.
    private async Task<OutputData<TValue>> SelectAsync<TValue>(
        Input<string> name, Func<ImmutableDictionary<string, object>, string, string, TValue> select)
    {
        var key = await name.ToOutput().DataTask.ConfigureAwait(false);
        var outputs = await Outputs.DataTask.ConfigureAwait(false);
        var stack = await Name.DataTask.ConfigureAwait(false);
        var facts = new OutputFacts();
        facts.Add(key);
        facts.Add(outputs);
        if (!facts.IsKnown) return new(default!, false, facts.IsSecret, facts.Dependencies);

        var isSecret = key.IsSecret || await IsSecretAsync(key.Value, outputs.IsSecret).ConfigureAwait(false);
        return new(select(outputs.Value, key.Value, stack.Value), true, isSecret, facts.Dependencies);
    }

    private async Task<bool> IsSecretAsync(string name, bool otherwise)
    {
        var names = await SecretOutputNames.DataTask.ConfigureAwait(false);
        return names.IsKnown ? names.Value.Contains(name) : otherwise;
    }

    private static async Task<object?> PlainValueAsync(Input<string> name, Output<object?> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        if (!data.IsSecret) return data.IsKnown ? data.Value : null;
        var key = await name.ToOutput().DataTask.ConfigureAwait(false);
        throw new InvalidOperationException(
            $"Cannot call '{nameof(GetValueAsync)}' for the secret output '{key.Value}'; use {nameof(GetOutput)}, which keeps it secret.");
    }
}
