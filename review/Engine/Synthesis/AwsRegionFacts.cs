namespace Infra.Review.Engine.Synthesis;

/// <summary>
/// Facts per region, from the AWS General Reference (docs.aws.amazon.com/general/latest/gr: elb.html, rande.html) and the guide to load
/// balancer access logs (docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html), compared in November 2026
/// with the copies that external-dns and community Terraform modules carry; the zones of load balancers in regions opened since 2019 are
/// external-dns's alone. No page of AWS lists the letters of zones: accounts differ, and older ones may see others. They are what new
/// accounts are commonly given (three, with gaps where a zone takes no newcomers).
/// </summary>
public static class AwsRegionFacts
{
    /// <summary>The hosted zone of every CloudFront distribution.</summary>
    public const string CloudFrontZone = "Z2FDTNDATAQYW2";

    private static readonly Dictionary<string, Facts> ByRegion = new(StringComparer.Ordinal)
    {
        ["af-south-1"] = new("abc", "Z268VQBMOI5EKX", "Z203XCE67M25HM", "098369216593"),
        ["ap-east-1"] = new("abc", "Z3DQVH9N71FHZ0", "Z12Y7K3UBGUAD1", "754344448648"),
        ["ap-east-2"] = new("abc", "Z02789141MW7T1WBU19PO", "Z09176273OC2HWIAUNYW", null),
        ["ap-northeast-1"] = new("acd", "Z14GRHDCWA56QT", "Z31USIVHYNEOWT", "582318560864"),
        ["ap-northeast-2"] = new("abcd", "ZWKZPGTI48KDX", "ZIBE1TIR4HY56", "600734575887"),
        ["ap-northeast-3"] = new("abc", "Z5LXEXXYW11ES", "Z1GWIQ4HH19I5X", "383597477331"),
        ["ap-south-1"] = new("abc", "ZP97RAFLXTNZK", "ZVDDRBQ08TROA", "718504428378"),
        ["ap-south-2"] = new("abc", "Z0173938T07WNTVAEPZN", "Z0711778386UTO08407HT", null),
        ["ap-southeast-1"] = new("abc", "Z1LMS91P8CMLE5", "ZKVM4W9LS7TM", "114774131450"),
        ["ap-southeast-2"] = new("abc", "Z1GM3OXH4ZPM65", "ZCT6FZBF4DROD", "783225319266"),
        ["ap-southeast-3"] = new("abc", "Z08888821HLRG5A9ZRTER", "Z01971771FYVNCOVWJU1G", "589379963580"),
        ["ap-southeast-4"] = new("abc", "Z09517862IB2WZLPXG76F", "Z01156963G8MIIL7X90IV", null),
        ["ap-southeast-5"] = new("abc", "Z06010284QMVVW7WO5J", "Z026317210H9ACVTRO6FB", null),
        ["ap-southeast-6"] = new("abc", "Z023301818UFJ50CIO0MV", "Z01392953RKV2Q3RBP0KU", null),
        ["ap-southeast-7"] = new("abc", "Z0390008CMBRTHFGWBCB", "Z054363131YWATEMWRG5L", null),
        ["ca-central-1"] = new("abd", "ZQSVJUPU6J1EY", "Z2EPGBW3API2WT", "985666609251"),
        ["ca-west-1"] = new("abc", "Z06473681N0SF6OS049SD", "Z02754302KBB00W2LKWZ9", null),
        ["eu-central-1"] = new("abc", "Z215JYRZR1TBD5", "Z3F0SRJ5LGBH90", "054676820928"),
        ["eu-central-2"] = new("abc", "Z06391101F2ZOEP8P5EB3", "Z02239872DOALSIDCX66S", null),
        ["eu-north-1"] = new("abc", "Z23TAZ6LKFMNIO", "Z1UDT6IFJ4EJM", "897822967062"),
        ["eu-south-1"] = new("abc", "Z3ULH7SSC9OV64", "Z23146JA1KNAFP", "635631232127"),
        ["eu-south-2"] = new("abc", "Z0956581394HF5D5LXGAP", "Z1011216NVTVYADP1SSV", null),
        ["eu-west-1"] = new("abc", "Z32O12XQLNTSW2", "Z2IFOLAFXWLO4F", "156460612806"),
        ["eu-west-2"] = new("abc", "ZHURV8PSTC4K8", "ZD4D7Y8KGAS4G", "652711504416"),
        ["eu-west-3"] = new("abc", "Z3Q77PNBQS71R4", "Z1CMS0P5QUZ6D5", "009996457667"),
        ["il-central-1"] = new("abc", "Z09170902867EHPV2DABU", "Z0313266YDI6ZRHTGQY4", null),
        ["me-central-1"] = new("abc", "Z08230872XQRWHG2XF6I", "Z00282643NTTLPANJJG2P", null),
        ["me-south-1"] = new("abc", "ZS929ML54UICD", "Z3QSRYVP46NYYV", "076674570225"),
        ["mx-central-1"] = new("abc", "Z023552324OKD1BB28BH5", "Z02031231H3ID6HYJ9A7U", null),
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
