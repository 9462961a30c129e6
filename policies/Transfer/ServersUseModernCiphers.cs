using System.Globalization;

namespace Infra.Policies.Transfer;

public sealed class ServersUseModernCiphers() : ResourceRule(
    "transfer-current-security-policy",
    Rank.Medium,
    ResourceTypes.TransferServer,
    "The policy that a server gets by default still offers ciphers of 2018.",
    "set securityPolicyName to a policy of 2024 or later",
    "CKV_AWS_380")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["securityPolicyName"], policy => YearOf(policy.Text ?? "") >= 2024, "a policy of 2024 or later");

    // Names are TransferSecurityPolicy-2024-01, or …-FIPS-2024-01 (AWS Transfer Family User Guide, "Security policies", read 2026-11).
    private static int YearOf(string policy) =>
        policy.Split('-')
            .Select(part => part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                ? year
                : 0)
            .Max();
}
