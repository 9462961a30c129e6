using System.Text.Json;
using Infra.Stacks;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Infra.Tests.Scenarios;

/// <summary>The real platform, and beside it rules that somebody added in a hurry: <c>scenarios:opened</c> lists them.</summary>
internal sealed class OpenPlatform
{
    private readonly Dictionary<string, SecurityGroup> _groups = new(StringComparer.Ordinal);

    public ResourceTransformationResult? Watch(ResourceTransformationArgs args)
    {
        if (args.Resource is SecurityGroup group) _groups[group.GetResourceName()] = group;
        return null;
    }

    public IDictionary<string, object?> Build()
    {
        var outputs = Platform.Build(StackSettings.OfCurrentStack());
        foreach (var opening in new Config("scenarios").RequireObject<Opening[]>("opened", JsonSerializerOptions.Web)) Open(opening);
        return outputs;
    }

    private void Open(Opening opening) =>
        _ = new SecurityGroupIngressRule(opening.Name, new()
        {
            SecurityGroupId = _groups[$"firewall-eu-central-1-{opening.Tier}"].Id,
            CidrIpv4 = Optional(opening.Ipv4),
            CidrIpv6 = Optional(opening.Ipv6),
            PrefixListId = Optional(opening.PrefixList),
            IpProtocol = opening.Protocol,
            FromPort = Port(opening.Port),
            ToPort = Port(opening.Port),
        });

    private static Input<string>? Optional(string? text) => text is null ? null : (Input<string>)text;

    private static Input<int>? Port(int? port) => port is { } known ? (Input<int>)known : null;

    private sealed record Opening(string Name, string Tier, string Protocol, int? Port, string? Ipv4, string? Ipv6, string? PrefixList);
}
