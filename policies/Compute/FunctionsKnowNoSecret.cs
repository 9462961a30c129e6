namespace Infra.Policies.Compute;

public sealed class FunctionsKnowNoSecret() : ResourceRule(
    "lambda-no-secret-in-env",
    Rank.Critical,
    ResourceTypes.Function,
    "The variables of a function are shown to everyone who may look at it, and stay in each of its versions.",
    "give the function the secret's name, and let it read the secret with its role",
    "CKV_AWS_45")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var variables = resource["environment"]["variables"];
        return variables.IsUnknown || variables.IsSecret ? Check(resource, "", variables)
            : variables.Members.SelectMany(variable => Check(resource, variable.Name, variable.Value));
    }

    private IEnumerable<Finding> Check(ResourceNode function, string name, PropertyValue value)
    {
        if (value.IsSecret && !value.IsAbsent)
            yield return Fail(function, value.Path, $"{value.Path} is computed from a secret value");

        // What is computed from other resources says itself whether it is secret.
        else if (value.IsUnknown && function.DependenciesOf("environment").Count == 0)
            yield return Undetermined(function, value);
        else if (value.Text is { } text && SecretScan.Find($"{name}={text}") is not null)
            yield return Fail(function, value.Path, $"{value.Path} looks like a secret");
    }
}
