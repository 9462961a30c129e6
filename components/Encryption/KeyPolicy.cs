using Infra.Components.Identity;

namespace Infra.Components.Encryption;

/// <summary>
/// The policy of a key. Administrators of the account manage the key but cannot decrypt with it: that takes one of the services
/// the key is for. (KMS developer guide, key policies; CloudWatch Logs and SNS guides on encryption; read 2026-11.)
/// </summary>
internal static class KeyPolicy
{
    private static readonly string[] Use = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

    // Neither use nor grants, which would be use by another door.
    private static readonly string[] Administer =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:CreateKey", "kms:DeleteAlias", "kms:Describe*", "kms:DisableKey", "kms:DisableKeyRotation",
        "kms:EnableKey", "kms:EnableKeyRotation", "kms:Get*", "kms:List*", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
    ];

    public static PolicyDocument Of(KeyPurpose purpose, Location location) => new([
        Allow("Administer", PolicyPrincipal.Account(location.AccountId), Administer),
        .. purpose.Through.Select(service => Through(service, location)),
        .. purpose.Services.Select(service => ByService(service, location)),
        .. purpose.HasLogGroups ? [ForLogGroups(location)] : Array.Empty<PolicyStatement>(),
        .. purpose.HasGrants ? [Grants(location)] : Array.Empty<PolicyStatement>(),
    ]);

    private static PolicyStatement Through(string service, Location location) =>
        Allow($"UseThrough{Sid(service)}", PolicyPrincipal.Account(location.AccountId), Use) with
        {
            Condition = new()
            {
                StringEquals = new()
                {
                    ["kms:CallerAccount"] = location.AccountId,
                    ["kms:ViaService"] = $"{service}.{location.Region}.amazonaws.com",
                },
            },
        };

    // The condition keeps the service from using the key for somebody else's account (the confused deputy).
    private static PolicyStatement ByService(string service, Location location) =>
        Allow($"UseBy{Sid(service.Split('.')[0])}", PolicyPrincipal.Service(service), ["kms:Decrypt", "kms:GenerateDataKey*"]) with
        {
            Condition = new() { StringEquals = new() { ["aws:SourceAccount"] = location.AccountId } },
        };

    private static PolicyStatement ForLogGroups(Location location) =>
        Allow("UseByLogGroups", PolicyPrincipal.Service($"logs.{location.Region}.amazonaws.com"), Use) with
        {
            Condition = new() { ArnLike = new() { ["kms:EncryptionContext:aws:logs:arn"] = location.Arn("logs", "log-group:*") } },
        };

    private static PolicyStatement Grants(Location location) =>
        Allow("GrantToServices", PolicyPrincipal.Account(location.AccountId), ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]) with
        {
            Condition = new()
            {
                StringEquals = new() { ["kms:CallerAccount"] = location.AccountId },
                Bool = new() { ["kms:GrantIsForAWSResource"] = "true" },
            },
        };

    private static PolicyStatement Allow(string sid, PolicyPrincipal principal, IReadOnlyList<string> actions) => new()
    {
        Sid = sid,
        Principal = principal,
        Action = actions,
        // In a key's own policy, the star is the key.
        Resource = ["*"],
    };

    private static string Sid(string service) => string.Concat(char.ToUpperInvariant(service[0]), service[1..]);
}
