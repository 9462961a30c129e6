namespace Infra.Policies.Compute;

public sealed class FunctionsHaveASupportedRuntime() : ResourceRule(
    "lambda-supported-runtime",
    Rank.High,
    ResourceTypes.Function,
    "A runtime that AWS has given up gets no patches, and after some months its functions can be neither made nor changed.",
    "take the newest runtime of the language, such as python3.14 or nodejs24.x",
    "Lambda.2", "CKV_AWS_363", "AwsSolutions-L1")
{
    // Given up before November 2026 (cfn-lint's runtime lifecycle, aws-sam-cli issue 6298, tflint-ruleset-aws pull request 969, AWS's notice about
    // Node.js 20 in awslabs/landing-zone-accelerator-on-aws issue 961 and about Python 3.10, 31 October 2026, in
    // aws-samples/iam-identity-center-team issue 535, endoflife.ai's dates about .NET 8, 10 November 2026, on which Microsoft's own support ends, and the
    // runtimes that the provider marks as deprecated in 7.16; read 2026-11). One that is not listed is taken for supported.
    private static readonly HashSet<string> GivenUp =
    [
        "dotnet5.0", "dotnet6", "dotnet7", "dotnet8", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "go1.x", "java8",
        "nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x",
        "provided", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10", "ruby2.5", "ruby2.7",
    ];

    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["runtime"], name => !GivenUp.Contains(name.Text ?? ""), "a runtime that AWS supports", whenAbsent: true);
}
