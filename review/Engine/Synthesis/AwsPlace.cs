namespace Infra.Review.Engine.Synthesis;

/// <summary>Where an AWS resource lies, as its ARN and its names tell.</summary>
/// <param name="Region">For example <c>eu-central-1</c>.</param>
/// <param name="Account">Twelve digits.</param>
public sealed record AwsPlace(string Region, string Account)
{
    /// <summary>Where a stack names no account: the one that AWS's own manuals use for examples.</summary>
    public const string ExampleAccount = "123456789012";

    public string Partition => Region switch
    {
        _ when Region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when Region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };

    public string DnsSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    /// <summary>As zone ids and cache endpoints have it: <c>euc1</c>, <c>apse2</c>, <c>use1</c>.</summary>
    public string ShortName => string.Concat(Region.Split('-').Select((part, index) => (index, part) switch
    {
        (0, _) => part,
        (_, "northeast") => "ne",
        (_, "northwest") => "nw",
        (_, "southeast") => "se",
        (_, "southwest") => "sw",
        (_, "gov") => "g",
        _ => char.IsAsciiDigit(part[0]) ? part : part[..1],
    }));

    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    /// <summary>Of services that know no regions, such as IAM.</summary>
    public string GlobalArn(string service, string resource) => $"arn:{Partition}:{service}::{Account}:{resource}";
}
