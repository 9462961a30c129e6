using System.Reflection;
using Pulumi.Experimental.Provider;

namespace Infra.Tests.Sdk.Provider;

/// <summary>What keeps an assembly from having a schema, and what the schema tells of it otherwise.</summary>
public sealed class ComponentRulesTests
{
    private static readonly string[] WrongConstructors =
    [
        "public Thing(string n, ThingArgs arguments, ComponentResourceOptions o)",
        "public Thing(string n, ThingArgs args)",
        "public Thing(int n, ThingArgs args, ComponentResourceOptions o)",
        "public Thing(string n, string args, ComponentResourceOptions o)",
        "public Thing(string n, ResourceArgs args, ComponentResourceOptions o)",
        "public Thing(string n, ThingArgs args, CustomResourceOptions o)",
        "internal Thing(string n, ThingArgs args, ComponentResourceOptions o)",
    ];

    private static readonly string[] WrongInputs =
    [
        "CustomResource", "Input<ComponentResource>", "System.DayOfWeek", "ImmutableArray<string>", "Input<ImmutableDictionary<string, string>>",
        "IEnumerable<string>", "InputUnion<string, int>", "Output<string>", "System.Uri", "AssetOrArchive", "string[,]", "List<decimal>", "System.Action",
    ];

    private static readonly string[] WrongOutputs =
        ["Output<Input<string>>", "Output<Output<string>>", "Output<ImmutableArray<string>>", "Input<string>", "Output<CustomResource>"];

    // One assembly for all, because starting the compiler takes longer than the rest; each test has a namespace of its own.
    private static readonly Lazy<Task<Assembly>> Compiled = new(() => ComponentAssembly.CompileAsync(string.Concat(
        Sources().Select(source => $"namespace Acme.{source.Key} {{ {source.Value} }}\n"))));

    [Fact]
    public async Task All_components_that_can_be_made_are_told_public_or_not_and_stacks_too()
    {
        var assembly = await ComponentAssembly.CompileAsync("""
            namespace Acme;
            class NoArgs : ResourceArgs { }
            class Hidden : ComponentResource { public Hidden(string n, NoArgs? args, ComponentResourceOptions? o) : base("x:y:Z", n, args, o) { } }
            class Whole : Stack
            {
                public Whole(string n, NoArgs args, ComponentResourceOptions o) { }
                [Output("a")] public Output<string> A { get; set; } = null!;
            }
            abstract class Rest : ComponentResource { protected Rest() : base("x:y:Z", "") { } }
            class Nothing { }
            """);

        var schema = ComponentAnalyzer.GenerateSchema(new Metadata("acme"), assembly);

        schema.Resources.Keys.ShouldBe(["acme:index:Hidden", "acme:index:Whole"]);
        schema.Resources["acme:index:Whole"].Properties.Keys.ShouldBe(["a"]);
        schema.Types.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_class_whose_members_are_mostly_nullable_the_compilers_mark_alone_decides()
    {
        var components = await ComponentsOf("Nullable");

        ComponentAnalyzer.GenerateSchema(new Metadata("acme"), components).Resources["acme:index:Thing"].Required.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_component_needs_the_one_constructor_that_is_called()
    {
        var problems = await ProblemsOf("Constructors");

        problems.ShouldBe(Enumerable.Range(0, WrongConstructors.Length).Select(index =>
            $"Acme.C{index}+Thing must have a public constructor of three parameters: string name, a class of ResourceArgs named 'args', "
            + "ComponentResourceOptions options"));
    }

    [Fact]
    public async Task A_public_member_needs_a_name()
    {
        var problems = await ProblemsOf("Names");

        problems.ShouldBe(
        [
            .. "EF".Select(name => $"Acme.Thing: Property {name} has no Input or Output attribute with a name"),
            .. "ABCD".Select(name => $"Acme.ThingArgs: Property {name} has no Input or Output attribute with a name"),
        ]);
    }

    [Fact]
    public async Task Arguments_of_other_types_are_refused()
    {
        var problems = await ProblemsOf("Inputs");

        problems.Select(problem => problem.Split(": ")[0]).ShouldBe(WrongInputs.Select((_, index) => $"Acme.ThingArgs.{(char)('A' + index)}"));
        problems.ShouldAllBe(problem => problem.Contains(" is not a type of a schema; use string, int"));
    }

    [Fact]
    public async Task Outputs_of_other_types_are_refused()
    {
        var problems = await ProblemsOf("Outputs");

        problems.Select(problem => problem.Split(": ")[0]).ShouldBe(WrongOutputs.Select((_, index) => $"Acme.Thing.{(char)('A' + index)}"));
        problems.ShouldAllBe(problem => problem.Contains(" is not a type of a schema; use string, int"));
    }

    [Fact]
    public async Task A_dictionary_needs_strings_as_keys() =>
        (await ProblemsOf("Dictionary")).ShouldBe(["Acme.ThingArgs.Size: a dictionary has keys of type string, not System.Int32"]);

    [Fact]
    public async Task All_problems_are_told_at_once_those_within_objects_too()
    {
        var problems = await ProblemsOf("Several");

        problems.Select(problem => problem.Split(' ')[0]).ShouldBe(["Acme.Broken", "Acme.Part:", "Acme.Thing:", "Acme.ThingArgs.Size:"]);
    }

    [Fact]
    public async Task Two_members_of_one_name_are_refused() =>
        (await ProblemsOf("Members")).ShouldHaveSingleItem().ShouldBe("Acme.ThingArgs.C has the name 'a', which another member of the class has too");

    [Fact]
    public async Task An_objects_class_for_inputs_and_that_for_outputs_are_one_type_if_they_agree()
    {
        var agreeing = await ComponentsOf("Agreeing");

        ComponentAnalyzer.GenerateSchema(new Metadata("acme"), agreeing).Types.Keys.ShouldBe(["acme:index:Part"]);
        (await ProblemsOf("Differing")).ShouldBe(["Acme.Part and Acme.PartArgs are both the type acme:index:Part but differ: make them alike or rename one"]);
    }

    [Fact]
    public async Task Two_components_of_one_name_are_refused() =>
        (await ProblemsOf("Twins")).ShouldBe(["Acme.Thing and Acme.Other+Thing have the same name: one of them must be renamed"]);

    private static IEnumerable<KeyValuePair<string, string>> Sources()
    {
        const string Part = "[Input(\"part\")] public Input<PartArgs>? Part { get; set; }";
        const string PartOutput = "[Output(\"part\")] public Output<Part> Part { get; set; } = null!;";
        const string PartArgs = "public class PartArgs : ResourceArgs { [Input(\"a\", required: true)] public Input<int> A { get; set; } = 0; }";

        yield return new("Nullable", Component("", """
            [Output("a")] public Output<string?>? A { get; set; } [Output("b")] public Output<string?>? B { get; set; }
            [Output("c")] public Output<string?>? C { get; set; } [Output("d")] public Output<string> D { get; set; } = null!;
            """));
        yield return new("Constructors", "public class ThingArgs : ResourceArgs { }" + string.Concat(WrongConstructors.Select((constructor, index) =>
            $$"""public static class C{{index}} { public class Thing : ComponentResource { {{constructor}} : base("a:b:C", "thing") { } } }""")));
        yield return new("Names", Component(
            """
            public string? A { get; set; } [Input("")] public string? B { get; set; } public string D = "";
            [Input("c")] private Input<string>? _c; public Input<string>? C { get => _c; set => _c = value; }
            """,
            """public Output<string> E { get; set; } = null!; [Output] public Output<string> F { get; set; } = null!;"""));
        yield return new("Inputs", Component(string.Concat(WrongInputs.Select((type, index) =>
            $"[Input(\"p{index}\")] public {type}? {(char)('A' + index)} {{ get; set; }}")), ""));
        yield return new("Outputs", Component("", string.Concat(WrongOutputs.Select((type, index) =>
            $"[Output(\"p{index}\")] public {type} {(char)('A' + index)} {{ get; set; }} = null!;"))));
        yield return new("Dictionary", Component("[Input(\"size\")] public Dictionary<int, string>? Size { get; set; }", ""));
        yield return new("Several", Component(
            "[Input(\"part\")] public Part? Part { get; set; } [Input(\"size\")] public System.Guid Size { get; set; }",
            "public Output<string> Odd { get; set; } = null!;",
            "public class Part { public string? Lost { get; set; } } public class Broken : ComponentResource { public Broken() : base(\"\", \"\") { } }"));
        yield return new("Members", Component("[Input(\"a\")] public string? B { get; set; } [Input(\"a\")] public string? C { get; set; }", ""));
        yield return new("Agreeing", Component(Part, PartOutput, PartArgs + "public class Part { [Output(\"a\")] public int A { get; set; } }"));
        yield return new("Differing", Component(Part, PartOutput, PartArgs + "public class Part { [Output(\"a\")] public int? A { get; set; } }"));
        yield return new("Twins", Component("", "",
            "public static class Other { public class Thing : ComponentResource { "
            + "public Thing(string n, ThingArgs args, ComponentResourceOptions o) : base(\"a:b:C\", n, args, o) { } } }"));
    }

    private static string Component(string inputs, string outputs, string more = "") => $$"""
        public class ThingArgs : ResourceArgs { {{inputs}} }
        public class Thing : ComponentResource
        {
            public Thing(string name, ThingArgs args, ComponentResourceOptions? options) : base("acme:index:Thing", name, args, options) { }
            {{outputs}}
        }
        {{more}}
        """;

    private static async Task<Type[]> ComponentsOf(string key) =>
        [.. (await Compiled.Value).GetTypes().Where(type => type.Namespace == $"Acme.{key}" && type.IsSubclassOf(typeof(Pulumi.ComponentResource)))];

    private static async Task<string[]> ProblemsOf(string key)
    {
        var components = await ComponentsOf(key);
        return [.. Should.Throw<ArgumentException>(() => ComponentAnalyzer.GenerateSchema(new Metadata("acme"), components)).Message
            .Replace($"Acme.{key}.", "Acme.", StringComparison.Ordinal).Split('\n').Skip(1).Select(line => line.Trim())];
    }
}
