namespace Infra.Policies.Identity;

public sealed class NoFullAccessAttached() : AttachedPolicyRule(
    "iam-no-full-access-managed-policy",
    Rank.High,
    "AWS's FullAccess policies allow every action of a service on everything of the account, and those that AWS adds tomorrow.",
    "attach a policy that lists the actions and the resources that are needed; a CallbackFunction of Pulumi takes them as policies",
    "AwsSolutions-IAM4")
{
    // Mounts, reads and writes, and changes no file system (AWS managed policy reference, AmazonElasticFileSystemClientFullAccess, 2026-11).
    private const string ClientOfFiles = "AmazonElasticFileSystemClientFullAccess";

    // AmazonS3FullAccess, AWSLambda_FullAccess, CloudWatchFullAccessV2; the same name in a policy of one's own says nothing.
    protected override bool Objects(string arn) => arn.Contains(":iam::aws:policy/", StringComparison.Ordinal)
        && arn.Contains("FullAccess", StringComparison.Ordinal) && !arn.EndsWith(ClientOfFiles, StringComparison.Ordinal)
        && !NoAdministratorAttached.IsAdministrators(arn);
}
