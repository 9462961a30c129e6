using Infra.Sdk.Generator.Generating;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Generator;

public sealed class ProviderSourcesTests : IDisposable
{
    private readonly AdditionFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_resource_is_generated_as_class_arguments_and_state()
    {
        _folder.Add("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec");

        Snapshot.Matches("HostedZoneDnsSec", _folder.Sources()["Pulumi.Aws.Route53.cs"]);
    }

    [Fact]
    public void A_function_is_generated_with_its_three_forms_and_nested_types()
    {
        _folder.Add("aws:ec2/getManagedPrefixList:getManagedPrefixList");
        var sources = _folder.Sources();

        Snapshot.Matches("GetManagedPrefixList", sources["Pulumi.Aws.Ec2.cs"]);
        Snapshot.Matches("GetManagedPrefixList.Inputs.txt", sources["Pulumi.Aws.Ec2.Inputs.cs"]);
        Snapshot.Matches("GetManagedPrefixList.Outputs.txt", sources["Pulumi.Aws.Ec2.Outputs.cs"]);
    }

    [Fact]
    public void An_enum_is_generated_as_a_struct_around_its_value()
    {
        _folder.Add("aws:ssm/ParameterType:ParameterType");

        Snapshot.Matches("ParameterType", _folder.Sources()["Pulumi.Aws.Ssm.cs"]);
    }

    [Fact]
    public void Files_that_do_not_differ_are_left_alone_and_files_of_removed_types_vanish()
    {
        using var output = new AdditionFolder();
        _folder.Add("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec", "aws:ssm/ParameterType:ParameterType");
        var sources = _folder.Sources();
        var without = sources.Where(source => source.Key != "Pulumi.Aws.Ssm.cs").ToDictionary();

        GeneratedFolder.Update(output.Path, sources).ShouldBe(sources.Count);
        GeneratedFolder.Update(output.Path, sources).ShouldBe(0);
        GeneratedFolder.Update(output.Path, without).ShouldBe(1);
        Directory.GetFiles(output.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(without.Keys);
    }
}
