namespace Infra.Tests.Review.Engine;

public sealed class FailingProgramTests
{
    private const string Program = "Program 'program/Infra.Tests.Scenarios.dll'";

    [Fact]
    public async Task A_program_that_throws_is_told_without_a_stack_trace()
    {
        var result = await RunAsync("throws");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldBe($"{Program} failed: unhandled exception System.InvalidOperationException: The moon is full.\n");
    }

    [Fact]
    public async Task A_program_that_refuses_its_configuration_is_a_mistake_in_the_configuration()
    {
        var result = await RunAsync("refuses its configuration");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldBe("Configuration of stack 'dev' has a problem:\n- scenarios:size is huge; allowed is small.\n");
    }

    [Fact]
    public async Task A_program_that_crashes_is_told_with_its_last_words_however_much_it_said_before()
    {
        var result = await RunAsync("crashes");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldStartWith($"{Program} crashed (signal 6). The last it printed:\n");
        result.Errors.ShouldContain("The floor is gone.");
        result.Errors.ShouldNotContain("   at ");
        result.Errors.Split('\n').Length.ShouldBeLessThan(15);
    }

    [Fact]
    public async Task A_program_that_never_calls_the_engine_is_told_what_its_main_must_do()
    {
        var result = await RunAsync("exits at once");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldBe($"{Program} ended without calling the engine. Its Main must return await Deployment.RunAsync(…). It printed nothing.\n");
    }

    [Fact]
    public async Task A_resource_registered_twice_is_refused_in_the_words_of_Pulumi()
    {
        var result = await RunAsync("registers twice");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldBe($"{Program} failed: Duplicate resource URN 'urn:pulumi:dev::scenarios::aws:s3/bucket:Bucket::same'; "
            + "try giving it a unique name\n");
    }

    [Fact]
    public async Task A_program_that_ends_before_its_deployment_is_complete_has_not_ended_well()
    {
        var result = await RunAsync("ends early");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldStartWith($"{Program} ended before its deployment was complete: it has registered 2 resources, the last was "
            + "urn:pulumi:dev::scenarios::aws:s3/bucket:Bucket::last, and the outputs of its stack were never registered");
        result.Errors.ShouldEndWith("The last it printed:\n  That will do.\n");
    }

    [Fact]
    public async Task What_an_environment_would_have_given_is_told_with_the_value_that_is_missing()
    {
        using var project = new ScenarioProject("asks for what is missing");
        project.Write("Pulumi.dev.yaml", "environment: [prod-secrets]\nconfig:\n  scenarios:case: asks for what is missing\n");

        var result = await project.PreviewAsync();

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldStartWith("Missing Required configuration variable 'other:key'");
        result.Errors.ShouldContain("There were warnings: Pulumi.dev.yaml imports an environment (Pulumi ESC), which cannot be read offline");
    }

    [Fact]
    public async Task A_library_is_told_as_that()
    {
        using var project = new ScenarioProject("never started");
        project.Write("Pulumi.yaml", ScenarioProject.ProjectText.Replace("Infra.Tests.Scenarios.dll", "Infra.Components.dll"));

        var result = await project.PreviewAsync();

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("runtime.options.binary is 'program/Infra.Components.dll', a library that cannot be run.");
    }

    [Fact]
    public async Task An_unknown_provider_function_is_named_with_the_way_to_answer_it()
    {
        var result = await RunAsync("asks for the unknown");

        result.ExitCode.ShouldBe(3);
        result.Errors.ShouldContain("The provider function aws:moon/getPhase:getPhase was called");
        result.Errors.ShouldContain("infra.answers.yaml beside Pulumi.yaml");
        result.Errors.ShouldContain("- token: aws:moon/getPhase:getPhase");
    }

    [Fact]
    public async Task An_answer_in_the_repository_makes_the_unknown_function_known()
    {
        using var project = new ScenarioProject("asks for the unknown");
        project.Write("infra.answers.yaml", "functions:\n  - token: aws:moon/getPhase:getPhase\n    result: { phase: full }\n");

        var result = await project.PreviewAsync();

        result.ExitCode.ShouldBe(0, result.Errors);
    }

    [Fact]
    public async Task A_program_that_prints_megabytes_gets_a_short_report_that_says_what_was_cut()
    {
        using var project = new ScenarioProject("prints megabytes");

        var result = await project.PreviewAsync();

        result.ExitCode.ShouldBe(0, result.Errors);
        result.Errors.ShouldBeEmpty();
        result.Output.Length.ShouldBeLessThan(20_000);
        result.Output.ShouldMatch("warning: [0-9]+ more lines of stdout were cut");
        result.Output.ShouldMatch("warning: [0-9]+ more lines of stderr were cut");
    }

    [Fact]
    public async Task A_program_that_does_not_compile_is_told_with_the_first_error_of_the_compiler()
    {
        using var project = new ScenarioProject("never started");
        project.WriteProgram("Broken", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""",
            "System.Console.WriteLine(\"a\");\nint count = ;\n");

        var result = await project.PreviewAsync();

        result.ExitCode.ShouldBe(3);
        result.Output.ShouldBeEmpty();
        result.Errors.ShouldContain("broken/Program.cs");
        result.Errors.ShouldContain("CS1525");
        result.Errors.Split('\n').Length.ShouldBeLessThan(12);
    }

    [Fact]
    public async Task A_build_that_a_project_itself_refuses_is_told_in_its_words()
    {
        using var project = new ScenarioProject("never started");
        project.WriteProgram("Refused", """<Project Sdk="Microsoft.NET.Sdk"><Target Name="Refuse" BeforeTargets="PrepareForBuild">"""
            + """<Error Text="Not on a Sunday." ContinueOnError="ErrorAndContinue" />"""
            + """<Error Code="NU1101" Text="Unable to find package Pulumi." /></Target></Project>""");
        project.Write("PulumiSdk.props", "<Project />");

        var result = await project.PreviewAsync();

        (result.ExitCode, result.Output).ShouldBe((3, ""));
        result.Errors.ShouldBe(
            """
            Program 'refused/Refused.csproj' does not compile:
              refused/Refused.csproj:1:88: Not on a Sunday.
              refused/Refused.csproj:1:156: NU1101: Unable to find package Pulumi.
            Where no registry has Pulumi's packages, build with the SDK of this repository: set the environment variable PulumiSdk to embedded.

            """);
    }

    private static async Task<CommandResult> RunAsync(string scenario)
    {
        using var project = new ScenarioProject(scenario);
        var report = project.PathOf("report.json");

        var result = await project.PreviewAsync("--format", "json", "--output", report);

        result.Output.ShouldBeEmpty();
        Directory.EnumerateFiles(project.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["Pulumi.dev.yaml", "Pulumi.yaml"]);
        return result;
    }
}
