using Infra.Policies;
using Infra.Review.Model;
using PropertyValue = Infra.Review.Model.PropertyValue;

namespace Infra.Tests.Review.Reporting;

/// <summary>A small stack by hand, with one of everything that a report has to show.</summary>
internal static class SamplePreview
{
    public const string Secret = "CANARY-hunter2-\"quoted\"";

    private const string Prefix = "urn:pulumi:dev::shop::";

    public const string StackUrn = Prefix + "pulumi:pulumi:Stack::shop-dev";
    public const string NetworkUrn = Prefix + "infra:network:Network::main";
    public const string VpcUrn = Prefix + "infra:network:Network$cloud:net/vpc:Vpc::main";
    public const string GroupUrn = Prefix + "infra:network:Network$aws:ec2/securityGroup:SecurityGroup::web";
    public const string RuleUrn = Prefix + "infra:network:Network$aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::web-ssh";
    public const string DatabaseUrn = Prefix + "mysql:index/server:Server::orders";

    public static Preview WithoutFindings => Of([Stack, Network, Vpc, Database]);

    public static Preview WithOpenSsh => Of([Stack, Network, Vpc, Group, OpenSsh, Database]) with
    {
        Diagnostics =
        [
            new(DiagnosticSeverity.Debug, "nobody wants to read this"),
            new(DiagnosticSeverity.Info, $"connecting with {Secret}"),
            new(DiagnosticSeverity.Warning, "two lines,\nthe second with an escape \u001b[31m sequence", DatabaseUrn),
        ],
        Findings =
        [
            new()
            {
                Rule = "schema-required",
                Severity = Severity.Warning,
                Verdict = Verdict.Fail,
                Urn = DatabaseUrn,
                Property = "password",
                Message = $"orders: the password {Secret} is too simple",
                Fix = "choose another one",
                Fingerprint = "0123",
            },
            new()
            {
                Rule = "schema-type",
                Severity = Severity.Error,
                Verdict = Verdict.Undetermined,
                Urn = VpcUrn,
                Property = "ipv4NetmaskLength",
                Message = "main: ipv4NetmaskLength is not known before the deployment",
                Fix = "give it a plain number",
                Fingerprint = "4567",
            },
        ],
    };

    public static Preview Of(IReadOnlyList<PreviewResource> resources) => new()
    {
        Project = "shop",
        Stack = "dev",
        Sdk = "embedded",
        ProjectFolder = "/nowhere",
        Resources = resources,
        StackOutputs = Properties(
            ("url", Text("https://shop.example")),
            ("connection", new PropertyValue.Secret(Text($"mysql://admin:{Secret}@orders"))),
            ("zones", new PropertyValue.List([Text("a"), PropertyValue.Unknown.Value]))),
        Diagnostics = [],
        Findings = [],
    };

    public static PreviewResource Stack => Resource(StackUrn, "pulumi:pulumi:Stack", "shop-dev") with { Custom = false, Parent = null };

    public static PreviewResource Network => Resource(NetworkUrn, "infra:network:Network", "main") with
    {
        Custom = false,
        Source = new SourceLocation("stacks/ShopStack.cs", 21),
        Outputs = Properties(("vpcId", Text("vpc-0123456789abcdef0"))),
    };

    public static PreviewResource Vpc => Resource(VpcUrn, "cloud:net/vpc:Vpc", "main") with
    {
        Parent = NetworkUrn,
        Id = Text("vpc-0123456789abcdef0"),
        Inputs = Properties(("cidrBlock", Text("10.0.0.0/16")), ("tags", Map(("Name", Text("shop-dev"))))),
        Outputs = Properties(("cidrBlock", Text("10.0.0.0/16")), ("arn", Text("arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0123456789abcdef0"))),
        Options = new() { Protect = true, IgnoreChanges = ["tags"], CustomTimeouts = new(600, null, 60.5) },
        Source = new SourceLocation("components/Network.cs", 40),
        SourceChain = [new("components/Network.cs", 40), new("stacks/ShopStack.cs", 21)],
    };

    public static PreviewResource Group => Resource(GroupUrn, "aws:ec2/securityGroup:SecurityGroup", "web") with
    {
        Parent = NetworkUrn,
        Id = Text("sg-0123456789abcdef0"),
        Inputs = Properties(
            ("description", Text("Web")), ("tags", Map(("Environment", Text("dev")), ("Owner", Text("shop")), ("infra:tier", Text("web")))),
            ("vpcId", Text("vpc-0123456789abcdef0"))),
        Dependencies = [VpcUrn],
        PropertyDependencies = [new("vpcId", [VpcUrn])],
        Source = new SourceLocation("components/Firewall.cs", 12),
    };

    public static PreviewResource OpenSsh => Resource(RuleUrn, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "web-ssh") with
    {
        Parent = NetworkUrn,
        Id = Text("sgr-0123456789abcdef0"),
        Inputs = Properties(
            ("cidrIpv4", Text("0.0.0.0/1")), ("description", Text("ssh")), ("fromPort", Number(22)), ("ipProtocol", Text("tcp")),
            ("securityGroupId", Text("sg-0123456789abcdef0")), ("toPort", Number(22))),
        Dependencies = [GroupUrn],
        PropertyDependencies = [new("securityGroupId", [GroupUrn])],
        Source = new SourceLocation("stacks/ShopStack.cs", 33),
    };

    public static PreviewResource Database => Resource(DatabaseUrn, "mysql:index/server:Server", "orders") with
    {
        Id = PropertyValue.Unknown.Value,
        Inputs = Properties(
            ("allocatedStorage", Number(20)), ("engine", Text("mysql")), ("engineVersion", Text("8.4")), ("instanceClass", Text("db.t4g.micro")),
            ("password", new PropertyValue.Secret(Text(Secret))),
            ("restoreToPointInTime", Map(("token", new PropertyValue.Secret(Map(("deep", Text("CANARY-nested"))))))),
            ("userName", Text("admin")),
            ("note", Text($"taken out of its output behind the SDK's back: {Secret}"))),
        Outputs = Properties(
            ("endpoint", PropertyValue.Unknown.Value),
            ("masterPassword", new PropertyValue.Secret(Text(Secret))),
            ("script", new PropertyValue.Asset(false, $"echo {Secret}", null, null, null))),
        Options = new() { Aliases = [Prefix + "mysql:index/server:Server::orders-old"], DeleteBeforeReplace = false },
        Dependencies = [VpcUrn],
        Source = new SourceLocation("stacks/ShopStack.cs", 40),
    };

    public static PropertyDictionary Properties(params (string Name, PropertyValue Value)[] entries) =>
        PropertyDictionary.Of(entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Value)));

    public static PropertyValue Map(params (string Name, PropertyValue Value)[] entries) => new PropertyValue.Map(Properties(entries));

    public static PropertyValue Text(string text) => new PropertyValue.Text(text);

    public static PropertyValue Number(double number) => new PropertyValue.Number(number);

    private static PreviewResource Resource(string urn, string type, string name) => new()
    {
        Urn = urn,
        Type = type,
        Name = name,
        Custom = true,
        Parent = StackUrn,
        Inputs = PropertyDictionary.Empty,
        Outputs = PropertyDictionary.Empty,
        Dependencies = [],
        PropertyDependencies = [],
        Options = PreviewResourceOptions.None,
    };
}
