namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// Facts per region, from the AWS General Reference (docs.aws.amazon.com/general/latest/gr: elb.html, rande.html) and the guide to load
/// balancer access logs (docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html), compared in November 2026
/// with the copies that external-dns and community Terraform modules carry. No page of AWS lists the letters of zones: accounts differ, and
/// older ones may see others. They are what new accounts are commonly given (three, with gaps where a zone takes no newcomers).
/// </summary>
public static class AwsRegionFacts
{
    /// <summary>The hosted zone of every CloudFront distribution.</summary>
    public const string CloudFrontZone = "Z2FDTNDATAQYW2";

    private static readonly Dictionary<string, Facts> ByRegion = new(StringComparer.Ordinal)
    {
        ["af-south-1"] = new("abc", null, null, "098369216593"),
        ["ap-east-1"] = new("abc", null, null, "754344448648"),
        ["ap-northeast-1"] = new("acd", "Z14GRHDCWA56QT", "Z31USIVHYNEOWT", "582318560864"),
        ["ap-northeast-2"] = new("abcd", "ZWKZPGTI48KDX", "ZIBE1TIR4HY56", "600734575887"),
        ["ap-northeast-3"] = new("abc", "Z5LXEXXYW11ES", "Z1GWIQ4HH19I5X", "383597477331"),
        ["ap-south-1"] = new("abc", "ZP97RAFLXTNZK", "ZVDDRBQ08TROA", "718504428378"),
        ["ap-southeast-1"] = new("abc", "Z1LMS91P8CMLE5", "ZKVM4W9LS7TM", "114774131450"),
        ["ap-southeast-2"] = new("abc", "Z1GM3OXH4ZPM65", "ZCT6FZBF4DROD", "783225319266"),
        ["ap-southeast-3"] = new("abc", null, null, "589379963580"),
        ["ca-central-1"] = new("abd", "ZQSVJUPU6J1EY", "Z2EPGBW3API2WT", "985666609251"),
        ["eu-central-1"] = new("abc", "Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90", "054676820928"),
        ["eu-central-2"] = new("abc", null, null, null),
        ["eu-north-1"] = new("abc", "Z23TAZ6LKFMNIO", "Z1UDT6IFJ4EJM", "897822967062"),
        ["eu-south-1"] = new("abc", null, null, "635631232127"),
        ["eu-south-2"] = new("abc", null, null, null),
        ["eu-west-1"] = new("abc", "Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F", "156460612806"),
        ["eu-west-2"] = new("abc", "ZHURV8PSTC4K8", "ZD4D7Y8KGAS4G", "652711504416"),
        ["eu-west-3"] = new("abc", "Z3Q77PNBQS71R4", "Z1CMS0P5QUZ6D5", "009996457667"),
        ["me-south-1"] = new("abc", null, null, "076674570225"),
        ["sa-east-1"] = new("abc", "Z2P70J7HTTTPLU", "ZTK26PT1VY4CU", "507241528517"),
        ["us-east-1"] = new("abcdef", "Z35SXDOTRQ7X7K", "Z26RNL4JYFTOTI", "127311923021"),
        ["us-east-2"] = new("abc", "Z3AADJGX6KTTL2", "ZLMOA37VPKANP", "033677994240"),
        ["us-gov-east-1"] = new("abc", "Z166TLBEWOO7G0", "Z1ZSMQQ6Q24QQ8", "190560391635"),
        ["us-gov-west-1"] = new("abc", "Z33AYJ8TM3BH4J", "ZMG1MZ2THAWF1", "048591011584"),
        ["us-west-1"] = new("ac", "Z368ELLRRE2KJ0", "Z24FKFUX50B4VW", "027434742980"),
        ["us-west-2"] = new("abcd", "Z1H1FL5HABSF5", "Z18D5FSROUN65G", "797873946194"),
    };

    public static IReadOnlyList<string> Regions { get; } = [.. ByRegion.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The letters of a region's zones as a new account sees them; null for a region that is not in the table.</summary>
    public static string? ZoneLetters(string region) => ByRegion.GetValueOrDefault(region)?.ZoneLetters;

    /// <summary>The Route 53 zone of a load balancer's name; null where the table has none.</summary>
    public static string? LoadBalancerZone(string region, bool network) =>
        network ? ByRegion.GetValueOrDefault(region)?.NetworkZone : ByRegion.GetValueOrDefault(region)?.ApplicationZone;

    /// <summary>The account that writes access logs; null in regions opened after August 2022, where a service principal does.</summary>
    public static string? LogDeliveryAccount(string region) => ByRegion.GetValueOrDefault(region)?.LogAccount;

    private sealed record Facts(string ZoneLetters, string? ApplicationZone, string? NetworkZone, string? LogAccount);
}
