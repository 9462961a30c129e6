namespace Infra.Policies.Cloudflare;

public sealed class TokensNameTheirZones() : ResourceRule(
    "cf-api-token-scoped",
    Rank.Medium,
    CloudflareTypes.Token,
    "A token for everything that there is and will be turns one leak into the loss of every site.",
    "name each zone (com.cloudflare.api.account.zone.<id>) or account (com.cloudflare.api.account.<id>) that it works on")
{
    private static readonly string[] Everything = ["com.cloudflare.api.account.*", "com.cloudflare.api.account.zone.*"];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph)
    {
        var policies = resource["policies"];
        return Unless(
            resource, resource["status"], status => status.Text is "disabled" or "expired",
            policies.IsUnknown ? [Undetermined(resource, policies)] : policies.Items.SelectMany(policy => CheckPolicy(resource, policy)));
    }

    private IEnumerable<Finding> CheckPolicy(ResourceNode token, PropertyValue policy)
    {
        var resources = policy["resources"];
        var found = resources.IsUnknown
            ? [Undetermined(token, resources)]
            : Names(resources).Intersect(Everything).Select(name => Fail(token, resources.Path, $"{resources.Path} holds {name}", name));
        return Unless(token, policy["effect"], effect => effect.Text == "deny", found);
    }

    // JSON text in version 6, an object before; what lies in an account may be named within it.
    private static IEnumerable<string> Names(PropertyValue resources) => (resources.AsObject()?.Members ?? [])
        .SelectMany(member => Names(member.Value).Prepend(member.Name));
}
