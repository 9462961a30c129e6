using Infra.Review.Engine.Functions;
using Infra.Review.Engine.Registration;
using Infra.Review.Model;
using Infra.Sdk.Schema;

namespace Infra.Review.Engine.Synthesis;

/// <summary>What the engine says of a resource.</summary>
/// <param name="Id">Null for components; unknown with <c>--unknowns</c>.</param>
/// <param name="Outputs">For the preview: inputs, and the computed outputs that can be told.</param>
/// <param name="Sent">For the program: also plausible values for what cannot be told, and nulls for what is known to be absent.</param>
public sealed record ResourceAnswer(PropertyValue? Id, PropertyDictionary Outputs, PropertyDictionary Sent);

/// <summary>Stands in for the cloud: computed outputs look like the real thing and depend on URN and property alone.</summary>
public sealed class OutputSynthesis(DeploymentFacts facts, Regions regions, RecordedAnswers answers, Refusals refusals)
{
    public ResourceAnswer Answer(PreviewResource resource)
    {
        if (resource.Remote) return new ResourceAnswer(null, resource.Inputs, resource.Inputs);
        if (!resource.Custom) return new ResourceAnswer(null, PropertyDictionary.Empty, resource.Inputs);
        if (resource is { Read: true, Type: "pulumi:pulumi:StackReference" }) return OfStackReference(resource);

        var schema = Schemas.Resource(resource.Type);
        var region = resource.Type.StartsWith("aws:", StringComparison.Ordinal) ? regions.Of(resource.Inputs, resource.Provider) : Regions.Fallback;
        var subject = new Subject(resource, new AwsPlace(region, regions.Account));
        var id = IdOf(resource, subject);
        var existing = resource.Read || resource.Options.ImportId is not null ? (id as PropertyValue.Text)?.Value : null;
        var inputs = KubernetesObject.HasName(resource, schema) ? KubernetesObject.Named(subject, existing) : resource.Inputs;
        if (resource.Read) inputs = inputs.OverlaidBy(AnswerFor(resource));
        if (resource is { Read: false, Type: "pulumi:index:Stash" }) inputs = Stashed(inputs);
        if (schema is not null) return facts.Unknowns || resource.Read ? Unknown(resource, schema, id, inputs) : Known(resource, schema, subject, id, inputs);
        return new ResourceAnswer(id, MarkSecrets(inputs, resource, schema: null), MarkSecrets(inputs, resource, schema: null));
    }

    // What is there already is as it is: nothing of it is made up.
    private PropertyDictionary AnswerFor(PreviewResource read) =>
        answers.Find(read.Type, read.Inputs.OverlaidBy(PropertyDictionary.Of([new("id", read.Id!)]))) ?? PropertyDictionary.Empty;

    // On the first deployment the value that is kept is the one that is given.
    private static PropertyDictionary Stashed(PropertyDictionary inputs) =>
        inputs.TryGetValue("input", out var given) ? inputs.OverlaidBy(PropertyDictionary.Of([new("output", given)])) : inputs;

    private PropertyValue IdOf(PreviewResource resource, Subject subject)
    {
        if (resource.Read) return resource.Id!;
        if (resource.Options.ImportId is { } imported) return new PropertyValue.Text(imported);
        if (facts.Unknowns) return PropertyValue.Unknown.Value;
        if (KubernetesObject.Is(resource.Type)) return KubernetesObject.IdOf(subject);
        // An id travels unmarked, so it must not be made of a secret.
        return new PropertyValue.Text(ResourceIds.Of(subject.WithoutSecrets ?? subject));
    }

    private static ResourceAnswer Known(PreviewResource resource, ResourceSchema schema, Subject subject, PropertyValue id, PropertyDictionary inputs)
    {
        var isObject = KubernetesObject.Is(resource.Type);
        var told = new List<KeyValuePair<string, PropertyValue>>();
        var guessed = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, property) in schema.Outputs)
        {
            if (name is "id" or "urn" || inputs.ContainsKey(name) || (isObject && name == KubernetesObject.Status)) continue;
            if ((ProviderDefaults.Of(resource.Type, name) ?? Computed(subject, name)) is { } value)
                told.Add(new(name, value));
            else
                guessed.Add(new(name, property.Required
                    ? PlausibleValues.Of(property.Type, $"{resource.Urn}|{name}", resource.Name)
                    : PropertyValue.Null.Value));
        }
        var outputs = inputs.OverlaidBy(PropertyDictionary.Of(told));
        return new ResourceAnswer(
            id,
            MarkSecrets(outputs, resource, schema),
            MarkSecrets(outputs.OverlaidBy(PropertyDictionary.Of(guessed)), resource, schema));
    }

    private static PropertyValue? Computed(Subject subject, string name)
    {
        var value = ComputedOutputs.Of(subject, name);
        if (value is null || !NeedsMark(value) || subject.WithoutSecrets is not { } open) return value;
        // What comes out otherwise without the secrets tells something of them.
        return value == ComputedOutputs.Of(open, name) ? value : new PropertyValue.Secret(value);
    }

    private static ResourceAnswer Unknown(PreviewResource resource, ResourceSchema schema, PropertyValue id, PropertyDictionary inputs)
    {
        var computed = schema.Outputs
            .Where(output => output.Value.Required && output.Key is not ("id" or "urn") && !inputs.ContainsKey(output.Key))
            .Select(output => KeyValuePair.Create(output.Key, (PropertyValue)PropertyValue.Unknown.Value));
        return new ResourceAnswer(
            id,
            MarkSecrets(inputs.OverlaidBy(PropertyDictionary.Of(computed)), resource, schema),
            MarkSecrets(inputs, resource, schema));
    }

    private ResourceAnswer OfStackReference(PreviewResource resource)
    {
        var name = resource.Inputs.TryGetValue("name", out var given) && given is PropertyValue.Text text ? text.Value : resource.Name;
        if (answers.OutputsOfStack(name) is not { } outputs)
            throw refusals.Refuse(
                $"""
                The outputs of stack '{name}' are not known offline. Supply them in {RecordedAnswers.FileName} beside Pulumi.yaml:
                    stackReferences:
                      {name}:
                        <output>: <value>
                """);
        var state = PropertyDictionary.Of(
        [
            new("name", new PropertyValue.Text(name)),
            new("outputs", new PropertyValue.Map(outputs)),
            new("secretOutputNames", new PropertyValue.List([])),
        ]);
        return new ResourceAnswer(resource.Id, state, state);
    }

    private static PropertyDictionary MarkSecrets(PropertyDictionary properties, PreviewResource resource, ResourceSchema? schema)
    {
        bool IsSecret(string name) =>
            resource.Options.AdditionalSecretOutputs.Contains(name, StringComparer.Ordinal)
            || (schema is not null && schema.Outputs.TryGetValue(name, out var property) && property.Secret);

        if (!properties.Any(entry => NeedsMark(entry.Value) && IsSecret(entry.Key))) return properties;
        return PropertyDictionary.Of(properties.Select(entry =>
            NeedsMark(entry.Value) && IsSecret(entry.Key) ? KeyValuePair.Create(entry.Key, (PropertyValue)new PropertyValue.Secret(entry.Value)) : entry));
    }

    private static bool NeedsMark(PropertyValue value) => value is not (PropertyValue.Secret or PropertyValue.Null);
}
