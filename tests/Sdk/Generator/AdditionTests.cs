using Infra.Sdk.Generator;
using Infra.Sdk.Generator.Adding;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Generator;

public sealed class AdditionTests : IDisposable
{
    private const string FlowLog = "aws:ec2/flowLog:FlowLog";
    private const string QueuePolicy = "aws:sqs/queuePolicy:QueuePolicy";
    private const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";

    private readonly AdditionFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_resource_becomes_one_file_with_its_nested_types_and_no_prose()
    {
        _folder.Add(FlowLog);

        _folder.Files().ShouldBe(["aws/ec2/FlowLog.json", "aws/provider.json"]);
        Snapshot.Matches("FlowLog.json", _folder.Text("aws/ec2/FlowLog.json"));
        Snapshot.Matches("provider.json", _folder.Text("aws/provider.json"));
    }

    [Fact]
    public void It_says_what_it_added()
    {
        var report = _folder.Add(FlowLog, "aws:ec2/getManagedPrefixList:getManagedPrefixList", "aws:ssm/ParameterType:ParameterType");

        report.Take(3).ShouldBe(
        [
            "added resource aws:ec2/flowLog:FlowLog: 17 inputs, 19 outputs, 2 nested types",
            "added function aws:ec2/getManagedPrefixList:getManagedPrefixList: 5 inputs, 11 outputs, 2 nested types",
            "added enum aws:ssm/ParameterType:ParameterType: 3 values",
        ]);
    }

    [Fact]
    public void Adding_again_says_updated_and_changes_nothing()
    {
        _folder.Add(FlowLog);
        var before = _folder.Text("aws/ec2/FlowLog.json");

        var report = _folder.Add(FlowLog);

        report[0].ShouldStartWith("updated resource aws:ec2/flowLog:FlowLog");
        report[^1].ShouldStartWith("0 of the files");
        _folder.Text("aws/ec2/FlowLog.json").ShouldBe(before);
    }

    [Fact]
    public void A_nested_type_moves_to_a_file_of_its_own_when_a_second_resource_reaches_it()
    {
        _folder.Add(QueuePolicy);
        _folder.Files().ShouldBe(["aws/provider.json", "aws/sqs/QueuePolicy.json"]);

        _folder.Add(TopicPolicy);

        _folder.Files().ShouldContain("aws/types/iam/PolicyStatement.json");
        _folder.Text("aws/sqs/QueuePolicy.json").ShouldNotContain("aws:iam/PolicyStatement:PolicyStatement\": {");
    }

    [Fact]
    public void The_order_of_additions_does_not_matter()
    {
        using var other = new AdditionFolder();
        _folder.Add(QueuePolicy, FlowLog);
        _folder.Add(TopicPolicy);
        other.Add(TopicPolicy);
        other.Add(FlowLog);
        other.Add(QueuePolicy);

        _folder.Files().ShouldBe(other.Files());
        _folder.Files().ShouldAllBe(file => _folder.Text(file) == other.Text(file));
    }

    [Fact]
    public void Unknown_tokens_are_reported_all_at_once_with_the_nearest_and_nothing_is_written()
    {
        var error = Should.Throw<GeneratorException>(() => _folder.Add(FlowLog, "aws:ec2/flowlog:Flowlog", "aws:sqs:QueuePolcy"));

        error.Message.ShouldContain("'aws:ec2/flowlog:Flowlog' is not a resource, function or enum of 'aws'");
        error.Message.ShouldContain("Nearest: aws:ec2/flowLog:FlowLog");
        error.Message.ShouldContain("Nearest: aws:sqs/queuePolicy:QueuePolicy");
        _folder.Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ \"name\": ", "is not a provider schema")]
    [InlineData("[]", "is JSON but not a provider schema")]
    [InlineData("{ \"name\": \"aws\" }", "is JSON but not a provider schema")]
    public void A_malformed_schema_is_refused_by_name(string text, string expected)
    {
        var file = Path.Combine(_folder.Path, "bad.json");
        File.WriteAllText(file, text);

        var error = Should.Throw<GeneratorException>(() => Addition.Run([FlowLog], file, _folder.Path));

        error.Message.ShouldContain(file);
        error.Message.ShouldContain(expected);
    }

    [Fact]
    public void A_missing_schema_is_refused_with_the_way_to_get_one()
    {
        var error = Should.Throw<GeneratorException>(() => Addition.Run([FlowLog], Path.Combine(_folder.Path, "none.json"), _folder.Path));

        error.Message.ShouldContain("none.json");
        error.Message.ShouldContain("pulumi package get-schema");
    }

    [Fact]
    public void A_property_that_would_be_called_as_its_class_is_refused_and_nothing_is_written()
    {
        var file = Path.Combine(_folder.Path, "same.json");
        File.WriteAllText(file, File.ReadAllText(AdditionFolder.Extract).Replace("\"trafficType\": {", "\"flowLog\": {", StringComparison.Ordinal));

        Should.Throw<GeneratorException>(() => Addition.Run([FlowLog], file, _folder.Path)).Message
            .ShouldStartWith("'aws:ec2/flowLog:FlowLog' has a property 'flowLog', which C# does not allow in a class of the same name");
        _folder.Files().ShouldBeEmpty();
    }

    [Fact]
    public void A_schema_that_lacks_a_type_it_refers_to_is_refused_and_nothing_is_written()
    {
        var file = Path.Combine(_folder.Path, "torn.json");
        File.WriteAllText(file, File.ReadAllText(AdditionFolder.Extract)
            .Replace("\"aws:ec2/FlowLogDestinationOptions:FlowLogDestinationOptions\": {", "\"gone\": {", StringComparison.Ordinal));

        Should.Throw<GeneratorException>(() => Addition.Run([FlowLog], file, _folder.Path)).Message.ShouldContain("FlowLogDestinationOptions");
        _folder.Files().ShouldBeEmpty();
    }

    [Fact]
    public void A_mistyped_folder_is_not_made()
    {
        var folder = Path.Combine(_folder.Path, "Dta");

        Should.Throw<GeneratorException>(() => CompactFolder.Of(folder, _folder.Path)).Message
            .ShouldStartWith($"--folder is '{folder}', and there is no such folder.");
        CompactFolder.Of(_folder.Path, "/").ShouldBe(_folder.Path);
    }

    [Fact]
    public void Without_a_folder_it_is_the_one_of_the_repository_around()
    {
        CompactFolder.Of(null, Repository.Path("tests", "Sdk")).ShouldBe(Repository.Path("sdk", "Schema", "Data"));
        Should.Throw<GeneratorException>(() => CompactFolder.Of(null, _folder.Path)).Message.ShouldContain("Run the command inside the repository");
    }
}
