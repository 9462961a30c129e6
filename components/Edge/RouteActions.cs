using System.Globalization;
using Pulumi;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Infra.Components.Edge;

/// <summary>Routes in the two shapes that the provider has for them: the default action of a listener and that of a rule.</summary>
internal static class RouteActions
{
    public static ListenerDefaultActionArgs ToHttps => new()
    {
        Type = "redirect",
        Redirect = new ListenerDefaultActionRedirectArgs { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
    };

    public static ListenerDefaultActionArgs OfListener(Route route, IReadOnlyDictionary<string, TargetGroup> groups) => route switch
    {
        FixedAnswer answer => new()
        {
            Type = "fixed-response",
            FixedResponse = new ListenerDefaultActionFixedResponseArgs
            {
                ContentType = "text/plain",
                MessageBody = answer.Text,
                StatusCode = answer.Status.ToString(CultureInfo.InvariantCulture),
            },
        },
        Forward { Weights.Count: 1 } forward => new() { Type = "forward", TargetGroupArn = groups[forward.Weights.Keys.Single()].Arn },
        Forward forward => new()
        {
            Type = "forward",
            Forward = new ListenerDefaultActionForwardArgs
            {
                TargetGroups = forward.Weights.Select(entry => new ListenerDefaultActionForwardTargetGroupArgs
                {
                    Arn = groups[entry.Key].Arn,
                    Weight = entry.Value,
                }).ToList(),
                Stickiness = forward.StickySeconds > 0
                    ? (Input<ListenerDefaultActionForwardStickinessArgs>)new ListenerDefaultActionForwardStickinessArgs
                    {
                        Enabled = true,
                        Duration = forward.StickySeconds,
                    }
                    : null,
            },
        },
        _ => throw new NotSupportedException($"No action is known for {route}."),
    };

    public static ListenerRuleActionArgs OfRule(Route route, IReadOnlyDictionary<string, TargetGroup> groups) => route switch
    {
        FixedAnswer answer => new()
        {
            Type = "fixed-response",
            FixedResponse = new ListenerRuleActionFixedResponseArgs
            {
                ContentType = "text/plain",
                MessageBody = answer.Text,
                StatusCode = answer.Status.ToString(CultureInfo.InvariantCulture),
            },
        },
        Forward { Weights.Count: 1 } forward => new() { Type = "forward", TargetGroupArn = groups[forward.Weights.Keys.Single()].Arn },
        Forward forward => new()
        {
            Type = "forward",
            Forward = new ListenerRuleActionForwardArgs
            {
                TargetGroups = forward.Weights.Select(entry => new ListenerRuleActionForwardTargetGroupArgs
                {
                    Arn = groups[entry.Key].Arn,
                    Weight = entry.Value,
                }).ToList(),
                Stickiness = forward.StickySeconds > 0
                    ? (Input<ListenerRuleActionForwardStickinessArgs>)new ListenerRuleActionForwardStickinessArgs
                    {
                        Enabled = true,
                        Duration = forward.StickySeconds,
                    }
                    : null,
            },
        },
        _ => throw new NotSupportedException($"No action is known for {route}."),
    };

    private static InputList<string> ValuesOf(HeaderMatch header) =>
        header.Secrets.Count > 0 ? header.Secrets.ToList() : header.Values.ToList();

    public static IEnumerable<ListenerRuleConditionArgs> ConditionsOf(RoutingRule rule)
    {
        if (rule.Hosts.Count > 0)
            yield return new() { HostHeader = new ListenerRuleConditionHostHeaderArgs { Values = rule.Hosts.ToList() } };
        if (rule.Paths.Count > 0)
            yield return new() { PathPattern = new ListenerRuleConditionPathPatternArgs { Values = rule.Paths.ToList() } };
        foreach (var header in rule.Headers)
            yield return new()
            {
                HttpHeader = header.IsPattern
                    ? new ListenerRuleConditionHttpHeaderArgs { HttpHeaderName = header.Name, RegexValues = header.Values.ToList() }
                    : new ListenerRuleConditionHttpHeaderArgs { HttpHeaderName = header.Name, Values = ValuesOf(header) },
            };
    }
}
