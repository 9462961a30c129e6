namespace Infra.Policies.Edge;

public sealed class FilterIsLogged() : CompanionRule(
    "waf-logging",
    Rank.Medium,
    ResourceTypes.WebAcl,
    ResourceTypes.WebAclLogging,
    "resourceArn",
    "logging configuration",
    "Nobody can tell an attack from a broken rule when nothing says what was blocked.",
    "add a WebAclLoggingConfiguration for the web ACL",
    "WAF.11", "CKV2_AWS_31");
