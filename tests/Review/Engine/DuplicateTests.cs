using System.Runtime.CompilerServices;
using Infra.Review;
using Infra.Review.Model;
using Infra.Tests.Testing;
using Pulumi;
using Pulumi.Aws.S3;

namespace Infra.Tests.Review.Engine;

[Collection(HostedPrograms.Name)]
public sealed class DuplicateTests
{
    [Fact]
    public async Task Both_places_of_a_name_that_is_taken_are_told()
    {
        var line = 0;

        var failure = await Should.ThrowAsync<UserException>(PolicyCheck.RunAsync("dev", () => Deployment.RunAsync(() =>
        {
            line = Line();
            _ = new Bucket("same");
            _ = new Bucket("same");
        }), Repository.Root));

        failure.Code.ShouldBe(ExitCode.Program);
        failure.Message.ShouldMatch(@"Duplicate resource URN 'urn:pulumi:dev::infra::aws:s3/bucket:Bucket::same'; try giving it a unique name\. It is made "
            + $@"at tests/Review/Engine/DuplicateTests\.cs:{line + 1} < .+ and at tests/Review/Engine/DuplicateTests\.cs:{line + 2} < ");
    }

    private static int Line([CallerLineNumber] int line = 0) => line;
}
