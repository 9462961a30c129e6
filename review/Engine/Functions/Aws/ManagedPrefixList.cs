using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>
/// The prefix lists that AWS itself keeps (docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html): their owner is
/// <c>AWS</c>. Ids differ per region, and entries change, so neither is known here. A customer's own list is not known at all.
/// </summary>
internal static class ManagedPrefixList
{
    private const string OfAws = "com.amazonaws.";

    public static PropertyDictionary? Answer(FunctionCall call)
    {
        var name = call.Text("name")
            ?? call.Filters.Where(filter => filter.Name == "prefix-list-name").SelectMany(filter => filter.Values).FirstOrDefault();
        if (name is null || !name.StartsWith(OfAws, StringComparison.Ordinal)) return null;

        var id = call.Text("id") ?? $"pl-{Synthetic.Hex($"{call.Region}|{name}", 8)}";
        call.Log.Add(DiagnosticSeverity.Info,
            $"{call.Token}: the id {id} of {name} in {call.Region} is made up and its entries are left empty; they are not known offline. "
            + $"Give them in {RecordedAnswers.FileName} if they matter.");
        return call.With(
            ("id", Of(id)),
            ("name", Of(name)),
            ("region", Of(call.Region)),
            ("arn", Of($"arn:{call.Place.Partition}:ec2:{call.Region}:aws:prefix-list/{id}")),
            ("addressFamily", Of(name.Contains(".ipv6.", StringComparison.Ordinal) ? "IPv6" : "IPv4")),
            ("entries", Items()),
            ("maxEntries", Of(0)),
            ("ownerId", Of("AWS")),
            ("tags", new PropertyValue.Map(PropertyDictionary.Empty)),
            ("version", Of(0)));
    }
}
