using Infra.Review.Engine.Functions.Aws;
using Infra.Review.Engine.Functions.Cloudflare;
using Infra.Review.Model;

namespace Infra.Review.Engine.Functions;

/// <summary>The functions whose answers can be known offline, by token.</summary>
public static class BuiltInFunctions
{
    private static readonly Dictionary<string, Func<FunctionCall, PropertyDictionary?>> ByToken = new(StringComparer.Ordinal)
    {
        ["aws:ec2/getAmi:getAmi"] = Ami.Answer,
        ["aws:ec2/getManagedPrefixList:getManagedPrefixList"] = ManagedPrefixList.Answer,
        ["aws:iam/getPolicyDocument:getPolicyDocument"] = PolicyDocument.Answer,
        ["aws:index/getAvailabilityZones:getAvailabilityZones"] = AvailabilityZones.Answer,
        ["aws:index/getCallerIdentity:getCallerIdentity"] = Identity.Caller,
        ["aws:index/getPartition:getPartition"] = Identity.Partition,
        ["aws:index/getRegion:getRegion"] = Identity.Region,
        ["aws:secretsmanager/getRandomPassword:getRandomPassword"] = RandomPassword.Answer,
        ["aws:ssm/getParameter:getParameter"] = PublicParameter.Answer,
        ["cloudflare:index/getIpRanges:getIpRanges"] = IpRanges.Answer,
    };

    public static IReadOnlyList<string> Tokens { get; } = [.. ByToken.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Null if the function, or the answer to these arguments, is not known here. Of secret arguments comes a secret answer.</summary>
    /// <exception cref="FunctionException">The arguments are refused.</exception>
    public static PropertyDictionary? Answer(FunctionCall call)
    {
        if (!ByToken.TryGetValue(call.Token, out var function)) return null;

        var given = new PropertyValue.Map(call.Arguments);
        if (given.HoldsUnknown)
            throw new FunctionException(null,
                $"{call.Token} was called with a value that is not known before deployment: {call.Arguments}");

        var answer = function(call with { Arguments = ((PropertyValue.Map)Plain(given)).Entries });
        return answer is null || !given.HoldsSecret
            ? answer
            : PropertyDictionary.Of(answer.Select(entry => KeyValuePair.Create(entry.Key, (PropertyValue)new PropertyValue.Secret(entry.Value))));
    }

    private static PropertyValue Plain(PropertyValue value) => value switch
    {
        PropertyValue.Secret secret => Plain(secret.Plain),
        PropertyValue.List list => new PropertyValue.List([.. list.Items.Select(Plain)]),
        PropertyValue.Map map => new PropertyValue.Map(PropertyDictionary.Of(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Plain(entry.Value))))),
        _ => value,
    };
}
