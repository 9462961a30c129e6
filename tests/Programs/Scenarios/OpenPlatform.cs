using Infra.Stacks;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Infra.Tests.Scenarios;

/// <summary>The real platform, and beside it one rule that somebody added in a hurry.</summary>
internal sealed class OpenPlatform
{
    private readonly Config _opened = new("scenarios");
    private SecurityGroup? _group;

    public ResourceTransformationResult? Watch(ResourceTransformationArgs args)
    {
        if (args.Resource is SecurityGroup group && group.GetResourceName() == $"firewall-eu-central-1-{_opened.Get("tier") ?? "web"}") _group = group;
        return null;
    }

    public IDictionary<string, object?> Build()
    {
        var outputs = Platform.Build(StackSettings.OfCurrentStack());
        _ = new SecurityGroupIngressRule("hurried", new()
        {
            SecurityGroupId = _group!.Id,
            CidrIpv4 = Optional(_opened.Get("ipv4")),
            CidrIpv6 = Optional(_opened.Get("ipv6")),
            PrefixListId = Optional(_opened.Get("prefixList")),
            IpProtocol = _opened.Require("protocol"),
            FromPort = Port(_opened.GetInt32("port")),
            ToPort = Port(_opened.GetInt32("port")),
        });
        return outputs;
    }

    private static Input<string>? Optional(string? text) => text is null ? null : (Input<string>)text;

    private static Input<int>? Port(int? port) => port is { } known ? (Input<int>)known : null;
}
