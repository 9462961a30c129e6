using System.Text.Json.Nodes;
using Infra.Review.Engine.Synthesis;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Functions.Aws;

/// <summary>
/// Renders an IAM policy as the provider does: a list of one as the text alone, longer lists of actions, resources and principals in reverse
/// order, values of conditions in the order given, <c>&amp;{…}</c> as <c>${…}</c>. Documents are merged in the order sources, own statements,
/// overrides; of two statements with one sid the later wins.
/// </summary>
internal static class PolicyDocument
{
    private const string DefaultVersion = "2012-10-17";

    public static PropertyDictionary Answer(FunctionCall call)
    {
        var version = call.Text("version") ?? DefaultVersion;
        if (version is not (DefaultVersion or "2008-10-17"))
            throw new FunctionException("version", $"version is '{version}'; allowed are 2008-10-17 and {DefaultVersion}");

        var sources = Documents(call, "sourceJson", "sourcePolicyDocuments");
        var own = call.Items("statements").OfType<PropertyValue.Map>()
            .Select((statement, index) => PolicyStatement.Render(
                call with { Arguments = statement.Entries }, FormattableString.Invariant($"statements[{index}]")))
            .ToArray();
        RefuseDuplicates("sourcePolicyDocuments", sources.SelectMany(source => source.Statements));
        RefuseDuplicates("statements", own);

        var merged = new MergedPolicy();
        foreach (var source in sources) merged.Add(source);
        merged.Add(new PolicyPart(version, call.Text("policyId"), own));
        foreach (var overriding in Documents(call, "overrideJson", "overridePolicyDocuments")) merged.Add(overriding);

        var json = merged.ToJson(indented: true);
        return call.With(
            ("id", Of(Synthetic.Number(json, 10))),
            ("json", Of(json)),
            ("minifiedJson", Of(merged.ToJson(indented: false))),
            ("version", Of(version)));
    }

    private static PolicyPart[] Documents(FunctionCall call, string single, string several) =>
    [
        .. call.Text(single) is { Length: > 0 } one ? [PolicyPart.Parse(one, single)] : Array.Empty<PolicyPart>(),
        .. call.Texts(several)
            .Select((text, index) => (Text: text, Path: FormattableString.Invariant($"{several}[{index}]")))
            .Where(document => document.Text.Length > 0)
            .Select(document => PolicyPart.Parse(document.Text, document.Path)),
    ];

    private static void RefuseDuplicates(string property, IEnumerable<JsonObject> statements)
    {
        var twice = statements.Select(PolicyPart.SidOf).OfType<string>().GroupBy(sid => sid, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new FunctionException(property, $"{property} hold the sid '{twice.Key}' twice; remove one or give it another sid");
    }
}
