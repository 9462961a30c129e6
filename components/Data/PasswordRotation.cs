using System.Globalization;
using Infra.Components.Identity;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.SecretsManager;
using Pulumi.Aws.SecretsManager.Inputs;

namespace Infra.Components.Data;

public sealed record PasswordRotationArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    public required MasterPassword Password { get; init; }

    public required RotatedDatabase Database { get; init; }

    /// <summary>Of the secret.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Of its log group; null leaves that to a key of AWS.</summary>
    public Input<string>? LogKeyArn { get; init; }

    /// <summary>1 to 90.</summary>
    public int Days { get; init; } = 30;
}

/// <summary>Whose password it is.</summary>
/// <param name="Kind">As RDS names it in policies: <c>cluster</c> or <c>db</c>.</param>
/// <param name="Identifier">Of the machine or the cluster that writes; it is there when this is known.</param>
public sealed record RotatedDatabase(string Kind, Output<string> Identifier)
{
    internal bool IsCluster => Kind == "cluster";

    public static RotatedDatabase Machine(Output<string> identifier) => new("db", identifier);

    public static RotatedDatabase Cluster(Output<string> identifier) => new("cluster", identifier);
}

/// <summary>
/// Renews a password that RDS cannot manage: every month, and once as soon as the database is there, so that what deployments have seen
/// is of no use.
/// </summary>
public sealed class PasswordRotation : ComponentResource
{
    private const string Runtime = "nodejs22.x";
    private const int LogDays = 90;
    private const int TimeoutSeconds = 600;
    private const int PauseMilliseconds = 5_000;

    // Security Hub, SecretsManager.4 and the policy secret-rotation: nobody keeps a password longer.
    private const int LongestDays = 90;

    public PasswordRotation(string name, PasswordRotationArgs args, ComponentResourceOptions? options = null)
        : base("infra:data:PasswordRotation", name, options)
    {
        new Problems("PasswordRotation", name)
            .Add(CloudName.Role.Check(name))
            .Unless(args.Days is >= 1 and <= LongestDays, $"Days is {args.Days}; allowed is 1 to {LongestDays}.")
            .ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var group = CreateLogGroup(name, args, child);
        var (role, permission) = CreateRole(name, args, group, child);
        var function = CreateFunction(name, args, group, role, permission, child);
        Rotate(name, args, function, AllowSecretsManager(name, args, function, child), child);
        RegisterOutputs();
    }

    private static LogGroup CreateLogGroup(string name, PasswordRotationArgs args, CustomResourceOptions child) =>
        new(name, new LogGroupArgs
        {
            Region = args.Location.Region,
            RetentionInDays = LogDays,
            KmsKeyId = args.LogKeyArn,
            Tags = args.Naming.Tags(name),
        }, child);

    private static (Role Role, RolePolicy Permission) CreateRole(string name, PasswordRotationArgs args, LogGroup group, CustomResourceOptions child)
    {
        var role = new Role(name, new RoleArgs
        {
            Description = $"Renews the password of {args.Naming.For(name)}",
            AssumeRolePolicy = PolicyDocument.TrustOf("lambda.amazonaws.com").ToString(),
            Tags = args.Naming.Tags(name),
        }, child);

        var permission = new RolePolicy(name, new RolePolicyArgs
        {
            Role = role.Name,
            Policy = Output.Tuple(args.Password.SecretArn, args.Database.Identifier, args.KeyArn.ToOutput(), group.Arn)
                .Apply(facts => PermissionsOf(args, facts.Item1, facts.Item2, facts.Item3, facts.Item4).ToString()),
        }, child);
        return (role, permission);
    }

    private static PolicyDocument PermissionsOf(PasswordRotationArgs args, string secretArn, string identifier, string keyArn, string groupArn) => new(
        new PolicyStatement
        {
            Sid = "RenewSecret",
            Action =
            [
                "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage",
            ],
            Resource = [secretArn],
        },
        new PolicyStatement { Sid = "DrawPassword", Action = ["secretsmanager:GetRandomPassword"], Resource = ["*"] },
        new PolicyStatement
        {
            Sid = "SetPassword",
            Action = args.Database.IsCluster ? ["rds:DescribeDBClusters", "rds:ModifyDBCluster"] : ["rds:DescribeDBInstances", "rds:ModifyDBInstance"],
            Resource = [args.Location.Arn("rds", $"{args.Database.Kind}:{identifier}")],
        },
        new PolicyStatement { Sid = "UseKey", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [keyArn] },
        new PolicyStatement { Sid = "WriteLogs", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = [$"{groupArn}:*"] });

    private static Function CreateFunction(
        string name, PasswordRotationArgs args, LogGroup group, Role role, RolePolicy permission, CustomResourceOptions child) =>
        new(name, new FunctionArgs
        {
            Region = args.Location.Region,
            Description = $"Renews the password of {args.Naming.For(name)}",
            Runtime = Runtime,
            Architectures = "arm64",
            Handler = RotationScript.Handler,
            Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { [RotationScript.Path] = new StringAsset(RotationScript.Text) }),
            Role = role.Arn,
            Timeout = TimeoutSeconds,
            Environment = new FunctionEnvironmentArgs
            {
                Variables = new InputMap<string>
                {
                    ["DATABASE_IDENTIFIER"] = args.Database.Identifier,
                    ["DATABASE_KIND"] = args.Database.Kind,
                    ["PAUSE_MILLISECONDS"] = PauseMilliseconds.ToString(CultureInfo.InvariantCulture),
                },
            },
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = group.Name },
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { permission } }));

    private static Permission AllowSecretsManager(string name, PasswordRotationArgs args, Function function, CustomResourceOptions child) =>
        new(name, new PermissionArgs
        {
            Region = args.Location.Region,
            Action = "lambda:InvokeFunction",
            Function = function.Name,
            Principal = "secretsmanager.amazonaws.com",
            SourceAccount = args.Location.AccountId,
            SourceArn = args.Password.SecretArn,
        }, child);

    // The first rotation begins at once: before it, the password must be in the secret.
    private static void Rotate(string name, PasswordRotationArgs args, Function function, Permission permission, CustomResourceOptions child) =>
        _ = new SecretRotation(name, new SecretRotationArgs
        {
            Region = args.Location.Region,
            SecretId = args.Password.SecretArn,
            RotationLambdaArn = function.Arn,
            RotationRules = new SecretRotationRotationRulesArgs { AutomaticallyAfterDays = args.Days },
            RotateImmediately = true,
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { permission, args.Password } }));
}
