namespace Infra.Policies.Data;

public sealed class DocumentsDemandTls() : ResourceRule(
    "docdb-tls-required",
    Rank.High,
    ResourceTypes.DocumentParameterGroup,
    "A server that takes plain connections is read by whoever sits on the way, password and all.",
    "leave the parameter tls at enabled or stricter",
    "DocumentDB.6", "CKV_AWS_90")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var parameters = resource["parameters"];
        if (parameters.IsUnknown) return [Undetermined(resource, parameters)];
        return parameters.Items.SelectMany(parameter => parameter.IsUnknown || parameter["name"].IsUnknown
            ? [Undetermined(resource, parameter.IsUnknown ? parameter : parameter["name"])]
            : parameter["name"].Text == "tls" ? Expect(resource, parameter["value"], value => value.Text != "disabled", "enabled") : []);
    }
}
