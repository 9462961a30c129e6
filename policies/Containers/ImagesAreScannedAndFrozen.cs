namespace Infra.Policies.Containers;

public sealed class ImagesAreScannedAndFrozen() : ResourceRule(
    "ecr-scan-immutable",
    Rank.High,
    ResourceTypes.ImageRepository,
    "A tag that can be moved runs other code tomorrow than was tested today, and an image that nobody scans keeps its flaws.",
    "set imageTagMutability to IMMUTABLE and imageScanningConfiguration.scanOnPush to true",
    "ECR.1", "ECR.2", "CKV_AWS_163", "CKV_AWS_51", "AVD-AWS-0030", "AVD-AWS-0031")
{
    protected override IEnumerable<Finding> Check(ResourceNode resource, ResourceGraph graph) =>
        Expect(resource, resource["imageTagMutability"], tags => tags.Text == "IMMUTABLE", "IMMUTABLE")
            .Concat(ExpectTrue(resource, resource["imageScanningConfiguration"]["scanOnPush"]));
}
