using System.Globalization;
using Infra.Components.Identity;
using Infra.Components.Storage;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using Pulumi.Aws.Synthetics.Inputs;
using AwsCanary = Pulumi.Aws.Synthetics.Canary;

namespace Infra.Components.Operations;

public sealed record CanaryArgs
{
    public required Naming Naming { get; init; }

    public required Location Location { get; init; }

    /// <summary>Made one after another; all of them even if one fails.</summary>
    public required IReadOnlyList<Visit> Visits { get; init; }

    public int EveryMinutes { get; init; } = 5;

    public int ResultDays { get; init; } = 31;

    public required bool DeletionProtection { get; init; }
}

/// <summary>Visits the site as its visitors do, day and night, whether there are any or not.</summary>
public sealed class Canary : ComponentResource, IObserved
{
    /// <summary>
    /// CloudWatch user guide, "Runtime versions using Node.js and Puppeteer", read 2026-11: 15.0 is the newest.
    /// AWS takes old ones away after notice.
    /// </summary>
    private const string Runtime = "syn-nodejs-puppeteer-13.1";

    private const string Results = "results";
    private const int TimeoutSeconds = 60;

    public Canary(string name, CanaryArgs args, ComponentResourceOptions? options = null)
        : base("infra:operations:Canary", name, options)
    {
        Check(name, args).ThrowIfAny();

        var child = new CustomResourceOptions { Parent = this };
        var bucket = CreateBucket(name, args);
        var role = CreateRole(name, args, bucket, child);
        KeepVersions(name, args, bucket, child);
        var code = Upload(name, args, bucket, child);
        var canary = CreateCanary(name, args, bucket, role, code, child);

        CanaryName = canary.Name;
        Telemetry = CanaryTelemetry.Of(name, args, canary.Name);
        RegisterOutputs();
    }

    [Output("canaryName")]
    public Output<string> CanaryName { get; }

    public Telemetry Telemetry { get; }

    private static Problems Check(string name, CanaryArgs args) => new Problems("Canary", name)
        .Add(CloudName.Role.Check(name))
        .Add(CloudName.Bucket.Check($"{name}-results"))
        .Unless(args.Visits.Count > 0, "It visits nothing; expected is at least one visit.")
        .Add(args.Visits.SelectMany(visit => visit.Check()))
        .Unless(
            args.Visits.Sum(visit => (long)visit.Milliseconds) < TimeoutSeconds * 1000,
            $"Its visits may take longer than a run, {TimeoutSeconds} s, together.")
        .Unless(args.EveryMinutes is >= 1 and <= 60, $"EveryMinutes is {args.EveryMinutes}; allowed is 1 to 60.")
        .Unless(args.ResultDays is >= 1 and <= 455, $"ResultDays is {args.ResultDays}; allowed is 1 to 455.");

    private LogBucket CreateBucket(string name, CanaryArgs args) => new($"{name}-results", new()
    {
        Naming = args.Naming,
        Location = args.Location,
        RetentionDays = args.ResultDays,
        ExpiringPrefix = $"{Results}/",
        DeletionProtection = args.DeletionProtection,
        Writer = arn =>
        [
            new PolicyStatement
            {
                Sid = "WriteResults",
                Principal = PolicyPrincipal.Account(args.Location.AccountId),
                Action = ["s3:PutObject"],
                Resource = [$"{arn}/{Results}/*"],
            },
        ],
    }, new() { Parent = this });

    private static Role CreateRole(string name, CanaryArgs args, LogBucket bucket, CustomResourceOptions child)
    {
        var role = new Role(name, new RoleArgs
        {
            Description = $"Visits of {args.Naming.For(name)}",
            AssumeRolePolicy = PolicyDocument.TrustOf("lambda.amazonaws.com").ToString(),
            Tags = args.Naming.Tags(name),
        }, child);

        _ = new RolePolicy(name, new RolePolicyArgs
        {
            Role = role.Name,
            Policy = bucket.BucketName.Apply(bucketName => PermissionsOf(bucketName, args.Location).ToString()),
        }, child);
        return role;
    }

    // CloudWatch user guide, "Required roles and permissions for canaries", read 2026-11.
    private static PolicyDocument PermissionsOf(string bucketName, Location location) => new(
        new PolicyStatement { Sid = "WriteResults", Action = ["s3:GetObject", "s3:PutObject"], Resource = [$"arn:aws:s3:::{bucketName}/{Results}/*"] },
        new PolicyStatement { Sid = "FindBucket", Action = ["s3:GetBucketLocation"], Resource = [$"arn:aws:s3:::{bucketName}"] },
        new PolicyStatement { Sid = "ListBuckets", Action = ["s3:ListAllMyBuckets"], Resource = ["*"] },
        new PolicyStatement
        {
            Sid = "WriteLogs",
            Action = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
            Resource = [location.Arn("logs", "log-group:/aws/lambda/cwsyn-*")],
        },
        new PolicyStatement
        {
            Sid = "ReportMetrics",
            Action = ["cloudwatch:PutMetricData"],
            Resource = ["*"],
            Condition = new() { StringEquals = new() { ["cloudwatch:namespace"] = CanaryTelemetry.Namespace } },
        });

    // What the canary ran last month can be read next to what it found.
    private static void KeepVersions(string name, CanaryArgs args, LogBucket bucket, CustomResourceOptions child) =>
        _ = new BucketVersioning($"{name}-results", new()
        {
            Region = args.Location.Region,
            Bucket = bucket.BucketName,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, child);

    private static BucketObject Upload(string name, CanaryArgs args, LogBucket bucket, CustomResourceOptions child)
    {
        var script = CanaryScript.Of(args.Visits);
        return new($"{name}-code", new BucketObjectArgs
        {
            Region = args.Location.Region,
            Bucket = bucket.BucketName,
            Key = CanaryScript.KeyOf(script),
            Source = new AssetArchive(new Dictionary<string, AssetOrArchive> { [CanaryScript.Path] = new StringAsset(script) }),
            Tags = args.Naming.Tags($"{name}-code"),
        }, child);
    }

    private static AwsCanary CreateCanary(
        string name, CanaryArgs args, LogBucket bucket, Role role, BucketObject code, CustomResourceOptions child) =>
        new(name, new Pulumi.Aws.Synthetics.CanaryArgs
        {
            Region = args.Location.Region,
            Name = args.Naming.Within(CloudName.Canary, name),
            RuntimeVersion = Runtime,
            Handler = CanaryScript.Handler,
            S3Bucket = code.Bucket,
            S3Key = code.Key,
            ArtifactS3Location = Output.Format($"s3://{bucket.BucketName}/{Results}"),
            ExecutionRoleArn = role.Arn,
            Schedule = new CanaryScheduleArgs
            {
                Expression = string.Create(CultureInfo.InvariantCulture, $"rate({args.EveryMinutes} minute{(args.EveryMinutes == 1 ? "" : "s")})"),
            },
            RunConfig = new CanaryRunConfigArgs { TimeoutInSeconds = TimeoutSeconds },
            SuccessRetentionPeriod = args.ResultDays,
            FailureRetentionPeriod = args.ResultDays,
            StartCanary = true,
            // Else its function stays behind when the canary goes.
            DeleteLambda = true,
            Tags = args.Naming.Tags(name),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { bucket } }));
}
