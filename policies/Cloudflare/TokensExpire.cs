namespace Infra.Policies.Cloudflare;

public sealed class TokensExpire() : ResourceRule(
    "cf-api-token-expires",
    Rank.High,
    CloudflareTypes.Token,
    "A token without an end works for whoever finds it, years after it was needed.",
    "set expiresOn, and make the next token before that day")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) => Unless(
        resource, resource["status"], status => status.Text is "disabled" or "expired",
        Expect(resource, resource["expiresOn"], end => end.Text is { Length: > 0 }, "a day"));
}
