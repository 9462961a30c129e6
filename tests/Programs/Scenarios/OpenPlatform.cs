using Infra.Stacks;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Infra.Tests.Scenarios;

/// <summary>The real platform, and beside it one rule that somebody added in a hurry.</summary>
internal sealed class OpenPlatform
{
    private SecurityGroup? _web;

    public ResourceTransformationResult? Watch(ResourceTransformationArgs args)
    {
        if (args.Resource is SecurityGroup group && group.GetResourceName().EndsWith("-web", StringComparison.Ordinal)) _web = group;
        return null;
    }

    public IDictionary<string, object?> Build()
    {
        var outputs = Platform.Build(StackSettings.OfCurrentStack());
        var opened = new Config("scenarios");
        _ = new SecurityGroupIngressRule("hurried", new()
        {
            SecurityGroupId = _web!.Id,
            CidrIpv4 = Optional(opened.Get("ipv4")),
            CidrIpv6 = Optional(opened.Get("ipv6")),
            PrefixListId = Optional(opened.Get("prefixList")),
            IpProtocol = opened.Require("protocol"),
            FromPort = Port(opened.GetInt32("port")),
            ToPort = Port(opened.GetInt32("port")),
        });
        return outputs;
    }

    private static Input<string>? Optional(string? text) => text is null ? null : (Input<string>)text;

    private static Input<int>? Port(int? port) => port is { } known ? (Input<int>)known : null;
}
