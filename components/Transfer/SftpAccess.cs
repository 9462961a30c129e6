using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Components.Transfer;

/// <summary>
/// What each user may do: everything in the folder of their own name, and nothing beside it. Old versions of files are out of
/// their reach, so that a stolen key destroys nothing for good.
/// </summary>
internal static class SftpAccess
{
    public const string Service = "transfer.amazonaws.com";

    public static Role CreateRole(string name, SftpUser user, SftpServerArgs args, Output<string> bucketArn, CustomResourceOptions child)
    {
        var role = new Role(name, new RoleArgs
        {
            Description = $"Files of {user.Name}",
            // Without these conditions the service would act for servers of other accounts, too (the confused deputy).
            AssumeRolePolicy = PolicyDocument.TrustOf(Service, new()
            {
                StringEquals = new() { ["aws:SourceAccount"] = args.Location.AccountId },
                ArnLike = new() { ["aws:SourceArn"] = args.Location.Arn("transfer", "user/*") },
            }).ToString(),
            Tags = args.Naming.Tags(name),
        }, child);

        _ = new RolePolicy(name, new RolePolicyArgs
        {
            Role = role.Name,
            Policy = Output.Tuple(bucketArn, args.Bucket.KeyArn.ToOutput()).Apply(arns => OwnFolder(user.Name, arns.Item1, arns.Item2).ToString()),
        }, child);
        return role;
    }

    /// <summary>Lets a role read what users have brought, in all folders.</summary>
    public static PolicyDocument ReadAll(string bucketArn, string keyArn) => new(
        new PolicyStatement { Sid = "FindFiles", Action = ["s3:ListBucket"], Resource = [bucketArn] },
        new PolicyStatement { Sid = "ReadFiles", Action = ["s3:GetObject"], Resource = [$"{bucketArn}/*"] },
        new PolicyStatement { Sid = "DecryptFiles", Action = ["kms:Decrypt"], Resource = [keyArn] });

    private static PolicyDocument OwnFolder(string user, string bucketArn, string keyArn) => new(
        new PolicyStatement
        {
            Sid = "ListOwnFolder",
            Action = ["s3:ListBucket"],
            Resource = [bucketArn],
            Condition = new() { StringLike = new() { ["s3:prefix"] = $"{user}/*" } },
        },
        new PolicyStatement { Sid = "FindBucket", Action = ["s3:GetBucketLocation"], Resource = [bucketArn] },
        new PolicyStatement
        {
            Sid = "UseOwnFolder",
            Action = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            Resource = [$"{bucketArn}/{user}/*"],
        },
        new PolicyStatement { Sid = "UseKey", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [keyArn] });
}
