using Infra.Tests.Review.Reporting;
using Infra.Tests.Testing;

namespace Infra.Tests.Review.Engine;

/// <summary>Mistakes in the files of a project and on the command line: told in one paragraph, before anything runs.</summary>
public sealed class ProjectMistakeTests : IDisposable
{
    private readonly ScenarioProject _project = new("never ends");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task An_unknown_stack_is_answered_with_the_known_ones()
    {
        _project.Write("Pulumi.prod.yaml", "config: {}\n");

        var result = await CommandRun.OfProgram(_project.Folder, "preview", "prd");

        ShouldBeRefused(result, "Project 'scenarios' has no stack 'prd': no Pulumi.prd.yaml. Known are dev, prod. Did you mean 'prod'?");
    }

    [Fact]
    public async Task Outside_of_a_project_the_way_to_one_is_shown()
    {
        File.Delete(_project.PathOf("Pulumi.yaml"));

        ShouldBeRefused(await _project.PreviewAsync(), $"There is no Pulumi.yaml in {_project.Folder} or any folder above it. "
            + "Run the command inside a Pulumi project, or name its folder with --project.");
    }

    [Theory]
    [InlineData("name: scenarios\nruntime: [dotnet\nmain: .\n", "Pulumi.yaml:2:10: malformed YAML: ")]
    [InlineData("name: scenarios\nruntime: dotnet\n main: .\n", "Pulumi.yaml:3:6: malformed YAML: ")]
    [InlineData("name: scenarios\nruntime: dotnet\nconfig:\n  a:\n  \ttype: string\n", "Pulumi.yaml:5:3: malformed YAML: a tab stands where only spaces may; ")]
    [InlineData(
        "name: a\ndescription: |\n  \tindented\nconfig:\n  a:\n\ttype: string\n",
        "Pulumi.yaml:6:1: malformed YAML: a tab stands where only spaces may; ")]
    [InlineData("name: scenarios\nruntime:\n  - dotnet\n", "Pulumi.yaml is wrong: Pulumi.yaml:2:1: runtime is a list; expected a text.")]
    public async Task A_malformed_project_file_is_refused_with_the_line(string text, string refusal)
    {
        _project.Write("Pulumi.yaml", text);

        ShouldBeRefused(await _project.PreviewAsync(), errors => errors.ShouldStartWith(refusal));
    }

    [Fact]
    public async Task A_malformed_stack_file_is_refused_with_the_line()
    {
        _project.Write("Pulumi.dev.yaml", "config:\n  aws:region: eu-central-1\n scenarios:case: never ends\n");

        ShouldBeRefused(await _project.PreviewAsync(), text => text.ShouldStartWith("Pulumi.dev.yaml:3:2: malformed YAML: "));
    }

    [Theory]
    [InlineData("config: &all\n  scenarios:case: *all\n", "Pulumi.dev.yaml:2:19: malformed YAML: '*all' stands within '&all', the value that it repeats.")]
    [InlineData("config:\n  scenarios:case: *nope\n", "Pulumi.dev.yaml:2:19: malformed YAML: '*nope' repeats a value, and no '&nope' is before it.")]
    public async Task An_alias_that_cannot_be_followed_is_refused_with_the_line(string text, string refusal)
    {
        _project.Write("Pulumi.dev.yaml", text);

        ShouldBeRefused(await _project.PreviewAsync(), refusal);
    }

    [Theory]
    [InlineData(
        "nam: scenarios\nruntime: dotnet\nconfig:\n  scenarios:case: { type: string }\n",
        "nam is no key of this file; write 'name' if that is meant.",
        "the project has no name")]
    [InlineData("name: scenarios\nruntme: dotnet\n", "runtme is no key of this file; write 'runtime' if that is meant.", "the project has no runtime")]
    public async Task A_misspelt_line_of_the_project_file_is_told_with_what_is_missing_and_no_more(string text, string slip, string missing)
    {
        _project.Write("Pulumi.yaml", text);

        ShouldBeRefused(await _project.PreviewAsync(), errors =>
        {
            errors.ShouldContain($"Pulumi.yaml:{(text.StartsWith("nam:", StringComparison.Ordinal) ? 1 : 2)}:1: {slip}");
            errors.ShouldContain(missing);
            errors.Trim().Split('\n').Length.ShouldBe(3);
        });
    }

    [Fact]
    public async Task A_misspelt_line_of_the_stack_file_is_told()
    {
        _project.Write("Pulumi.dev.yaml", "confg:\n  scenarios:case: never ends\n");

        ShouldBeRefused(await _project.PreviewAsync(),
            errors => errors.ShouldContain("Pulumi.dev.yaml:1:1: confg is no key of this file; write 'config' if that is meant."));
    }

    [Theory]
    [InlineData("crashes")]
    [InlineData("needs a region")]
    [InlineData("never ends")]
    public async Task A_misspelt_key_of_a_provider_is_told_with_the_one_that_it_looks_like_whatever_the_program_does_without_it(string program)
    {
        _project.Write("Pulumi.dev.yaml", $"config:\n  aws:regoin: eu-central-1\n  scenarios:case: {program}\n");

        (await _project.PreviewAsync("--timeout", "3")).ShouldBe(new CommandResult(2, "", "Configuration of stack 'dev' is wrong: "
            + "Pulumi.dev.yaml:2:3: aws:regoin is not a key of the provider aws; write 'aws:region' if that is meant.\n"));
    }

    [Fact]
    public async Task A_configuration_and_a_program_that_cannot_be_found_are_told_at_once()
    {
        _project.Write("Pulumi.yaml", "name: scenarios\nruntime: dotnet\nmain: nowhere/\nconfig:\n  scenarios:case: { type: string }\n");
        _project.Write("Pulumi.dev.yaml", "config: {}\n");

        var result = await _project.PreviewAsync();

        ShouldBeRefused(result, errors => errors.ShouldContain("scenarios:case is missing"));
        ShouldBeRefused(result, errors => errors.ShouldContain("nowhere"));
    }

    [Fact]
    public async Task A_configuration_and_answers_that_cannot_be_read_are_told_at_once()
    {
        _project.Write("Pulumi.dev.yaml", "config:\n  scenarios:count: many\n  scenarios:case: never ends\n");
        _project.Write("infra.answers.yaml", "functons: []\n");

        var result = await _project.PreviewAsync();

        ShouldBeRefused(result, errors => errors.ShouldContain("scenarios:count is 'many'"));
        ShouldBeRefused(result, errors => errors.ShouldContain("infra.answers.yaml"));
    }

    [Theory]
    [InlineData("anything/../dev", "'anything/../dev' names no stack")]
    [InlineData("acme/other/dev", "'acme/other/dev' is a stack of project 'other'; this one is 'scenarios'")]
    public async Task A_stack_of_somewhere_else_is_refused(string stack, string refusal) =>
        ShouldBeRefused(await CommandRun.OfProgram(_project.Folder, "preview", stack), errors => errors.ShouldStartWith(refusal));

    [Fact]
    public async Task All_mistakes_in_the_configuration_are_listed_at_once()
    {
        _project.Write("Pulumi.dev.yaml", "config:\n  scenarios:count: many\n  scenarios:pasword: x\n  scenarios:token: [do, not, tell]\n");

        var result = await _project.PreviewAsync("--config", "scenarios:ghost=1");

        ShouldBeRefused(result, """
            Configuration of stack 'dev' is wrong in 6 places:
              Pulumi.dev.yaml:3:3: scenarios:pasword is not a key of this project; did you mean 'scenarios:password'? Keys are declared in Pulumi.yaml.
              --config scenarios:ghost: scenarios:ghost is not a key of this project; known are scenarios:case, scenarios:count, scenarios:password, scenarios:token. Keys are declared in Pulumi.yaml.
              Pulumi.dev.yaml:2:3: scenarios:count is 'many'; expected an integer, for example 3.
              Pulumi.dev.yaml:4:3: scenarios:token is declared secret but stands in clear; encrypt it: pulumi config set --secret scenarios:token.
              Pulumi.dev.yaml:4:3: scenarios:token is a secret of another type; expected a string.
              Pulumi.dev.yaml: scenarios:case (What the program does) is missing and has no default in Pulumi.yaml:7:3; add 'scenarios:case: <string>' under config.
            """);
    }

    [Fact]
    public async Task A_read_only_report_is_refused_before_the_program_runs_and_stays_as_it_was()
    {
        var report = _project.PathOf("report.json");
        _project.Write("report.json", "of yesterday");
        File.SetAttributes(report, FileAttributes.ReadOnly);

        var result = await _project.PreviewAsync("--output", report);

        ShouldBeRefused(result, $"--output '{report}' cannot be written: the file is read-only. Name a file in a folder that exists and may be written to.");
        File.ReadAllText(report).ShouldBe("of yesterday");
        File.SetAttributes(report, FileAttributes.Normal);
    }

    [Fact]
    public async Task The_mistakes_that_only_the_platform_can_see_are_listed_at_once_too()
    {
        var result = await CommandRun.OfProgram(
            Repository.Path("tests", "Programs", "Scenarios"), "preview", "dev",
            "--config", "infra:environment=moon", "--config", "infra:webClonesMinimum=9", "--config", "infra:adminRanges=[\"10.20.1.0/24\",\"10.0.0.0/33\"]");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldStartWith("Configuration of stack 'dev' ");
        foreach (var key in new[] { "infra:environment", "infra:webClonesMinimum", "infra:adminRanges" }) result.Errors.ShouldContain(key);
        result.Errors.ShouldContain("10.0.0.0/33");
    }

    [Fact]
    public async Task Mistakes_of_all_kinds_are_listed_at_once_each_once()
    {
        var result = await CommandRun.OfProgram(
            Repository.Root, "preview", "dev",
            "--config", "infra:webClonesMinimum=few", "--config", "infra:adminRange=[]", "--config", "infra:adminRanges=[\"10.0.0.0/33\"]");

        result.ShouldBe(new CommandResult(2, "", """
            Configuration of stack 'dev' is wrong in 2 places:
              --config infra:adminRange: infra:adminRange is not a key of this project; did you mean 'infra:adminRanges'? Keys are declared in Pulumi.yaml.
              --config infra:webClonesMinimum: infra:webClonesMinimum is 'few'; expected an integer, for example 3.

            Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:
              - infra:adminRanges has a wrong block: '10.0.0.0/33' is not a CIDR block; expected an IPv4 address and a prefix length, such as 10.0.0.0/16.

            """));
    }

    [Theory]
    [InlineData("infra:regions={\"a\":1,\"a\":2}", "infra:regions is '{\"a\":1,\"a\":2}'; expected an object.")]
    [InlineData("infra:adminRanges=[1e999]", "infra:adminRanges has a wrong block: '1e999' is not a CIDR block")]
    public async Task A_value_that_JSON_cannot_say_stays_the_text_that_it_is(string given, string told)
    {
        var result = await CommandRun.OfProgram(Repository.Root, "preview", "dev", "--config", given);

        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Errors.ShouldContain(told);
    }

    [Theory]
    [InlineData("10.20.0.0/33", "infra:regions.eu-central-1.cidr is wrong: '10.20.0.0/33' is not a CIDR block")]
    [InlineData(
        "10.20.0.7/18",
        "infra:regions.eu-central-1.cidr is wrong: '10.20.0.7/18' has bits set beyond its prefix; "
            + "the block that holds this address is 10.20.0.0/18.")]
    [InlineData("10.20.0.0/24", "infra:regions.eu-central-1 cannot be planned: 10.20.0.0/24 is too small: its tiers in up to 8 zones need /21 or larger")]
    [InlineData("10.30.32.0/20", "infra:regions.us-east-1.cidr is 10.30.0.0/18 and overlaps 10.30.32.0/20 of eu-central-1")]
    public async Task A_network_that_cannot_be_is_told_with_the_block_that_was_given(string cidr, string problem)
    {
        static string Region(string name, string block) =>
            $$"""  "{{name}}": { "cidr": "{{block}}", "zones": ["a", "b"], "imageId": "ami-0a1b2c3d4e5f60718" }  """;

        var result = await CommandRun.OfProgram(
            Repository.Root, "preview", "dev", "--config", $"infra:regions={{{Region("eu-central-1", cidr)}, {Region("us-east-1", "10.30.0.0/18")}}}");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldStartWith("Configuration of stack 'dev' (Pulumi.dev.yaml) cannot be used:\n");
        result.Errors.ShouldContain(problem);
    }

    private void ShouldBeRefused(CommandResult result, string text) => ShouldBeRefused(result, errors => errors.ShouldBe($"{text}\n"));

    private void ShouldBeRefused(CommandResult result, Action<string> check)
    {
        check(result.Errors);
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        File.Exists(_project.PathOf("pid")).ShouldBeFalse();
    }
}
