using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>Who deploys, and where: the account of every preview and the region in force.</summary>
internal static class Identity
{
    public static PropertyDictionary Caller(FunctionCall call) => call.With(
        ("id", Of(call.Place.Account)),
        ("accountId", Of(call.Place.Account)),
        ("arn", Of(call.Place.GlobalArn("iam", "user/preview"))),
        ("userId", Of($"AIDA{Synthetic.UpperCase("caller", 17)}")));

    public static PropertyDictionary Partition(FunctionCall call) => call.With(
        ("id", Of(call.Place.Partition)),
        ("partition", Of(call.Place.Partition)),
        ("dnsSuffix", Of(call.Place.DnsSuffix)),
        ("reverseDnsPrefix", Of(string.Join('.', call.Place.DnsSuffix.Split('.').Reverse()))));

    public static PropertyDictionary Region(FunctionCall call)
    {
        var asked = call.Text("region") ?? call.Text("name") ?? RegionOfEndpoint(call) ?? call.Region;
        var description = AwsRegionNames.Of(asked) ?? throw new FunctionException("region",
            $"There is no region '{asked}' among the known ones: {string.Join(", ", AwsRegionNames.Regions)}. " +
            $"Give the answer for {call.Token} in {RecordedAnswers.FileName} if it is new");
        return call.With(
            ("id", Of(asked)),
            ("name", Of(asked)),
            ("region", Of(asked)),
            ("description", Of(description)),
            ("endpoint", Of($"ec2.{asked}.{(call.Place with { Region = asked }).DnsSuffix}")));
    }

    private static string? RegionOfEndpoint(FunctionCall call)
    {
        if (call.Text("endpoint") is not { } endpoint) return null;
        return AwsRegionNames.Regions.FirstOrDefault(region => endpoint == $"ec2.{region}.{(call.Place with { Region = region }).DnsSuffix}")
            ?? throw new FunctionException("endpoint", $"'{endpoint}' is no EC2 endpoint of a known region; expected one like ec2.eu-central-1.amazonaws.com");
    }
}
