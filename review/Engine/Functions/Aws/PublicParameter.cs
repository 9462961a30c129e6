using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>
/// The parameters in which AWS publishes the ids of its machine images (docs.aws.amazon.com/systems-manager: "Discovering public parameters").
/// The value of any other parameter is the account's own business.
/// </summary>
internal static class PublicParameter
{
    public static PropertyDictionary? Answer(FunctionCall call)
    {
        var name = call.RequiredText("name");
        if (!name.StartsWith("/aws/service/", StringComparison.Ordinal) || !NamesImage(name)) return null;

        var value = Ami.IdFor(call.Region, name);
        call.Log.Add(DiagnosticSeverity.Info,
            $"{call.Token}: image {value} for {name} in {call.Region} is made up; which image AWS publishes is not known offline. "
            + $"Give the real one in {RecordedAnswers.FileName} if it matters.");
        return call.With(
            ("id", Of(name)),
            ("region", Of(call.Region)),
            ("arn", Of($"arn:{call.Place.Partition}:ssm:{call.Region}::parameter{name}")),
            ("type", Of("String")),
            ("value", Of(value)),
            ("insecureValue", Of(value)),
            ("version", Of(1)));
    }

    private static bool NamesImage(string name) =>
        name.StartsWith("/aws/service/ami-", StringComparison.Ordinal)
        || name.EndsWith("/image_id", StringComparison.Ordinal)
        || name.EndsWith("/ami-id", StringComparison.Ordinal);
}
