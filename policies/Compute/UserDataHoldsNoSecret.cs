namespace Infra.Policies.Compute;

public sealed class UserDataHoldsNoSecret() : ResourceRule(
    "no-secret-in-user-data",
    Rank.Critical,
    [.. ResourceTypes.LaunchTemplate, .. ResourceTypes.LaunchConfiguration, .. ResourceTypes.Instance],
    "User data is readable by every process on the machine and by everyone who may describe it.",
    "let the machine read the secret at start-up from Secrets Manager or Parameter Store with its role",
    "CKV_AWS_46", "AVD-AWS-0129")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Check(resource, resource["userData"]).Concat(Check(resource, resource["userDataBase64"]));

    private IEnumerable<Finding> Check(ResourceNode resource, PropertyValue data)
    {
        if (data.IsSecret && !data.IsAbsent)
            yield return Fail(resource, data.Path, $"{data.Path} is computed from a secret value");
        else if (data.IsUnknown)
            yield return Undetermined(resource, data);
        else if (data.Text is { } text && SecretScan.Find(UserData.Decode(text)) is { } suspicion)
            yield return Fail(resource, data.Path, $"{data.Path} {suspicion}", "secret");
    }
}
