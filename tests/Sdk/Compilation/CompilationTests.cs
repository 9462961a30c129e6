namespace Infra.Tests.Sdk.Compilation;

/// <summary>A program that compiles with one SDK must compile with the other: what does not compile there must not compile here.</summary>
public sealed class CompilationTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Threading.Tasks;
        using Pulumi;
        using Vectors.Provider;
        """;

    private static readonly string[] Allowed =
    [
        "new ThingArgs { List = [\"a\", output] }",
        "new ThingArgs { List = { \"a\", output } }",
        "new ThingArgs { Map = { { \"k\", output } } }",
        "new ThingArgs { Map = new InputMap<string> { [\"a\"] = output } }",
        "new ThingArgs { Nested = new NestedArgs() }",
        "new ThingArgs { Nested = Output.Create(new NestedArgs()) }",
        "new ThingArgs { NestedList = new[] { new NestedArgs() } }",
        "new ThingArgs { Any = output }",
        "(Input<object>)output",
        "Output.Tuple<string, int>(output, input)",
        "Output.All<string>(output, \"x\", textInput)",
        "Output.Tuple<Input<string>?, int>(textInput, Output.CreateSecret(0)).Apply(t => t.Item1)",
        "Output.All(map, Output.CreateSecret(ImmutableDictionary.Create<string, string>())).Apply(v => v[0])",
        "Output.Format($\"{output} {input} {1} {null}\")",
        "output.Apply(async text => { await Task.Yield(); })",
        "new CustomResourceOptions { DependsOn = { thing, group } }",
        "new CustomResourceOptions { DependsOn = thing }",
        "new CustomResourceOptions { DependsOn = new[] { thing } }",
        "new CustomResourceOptions { DependsOn = new List<Resource> { thing } }",
        "new CustomResourceOptions { DependsOn = new InputList<Resource> { thing } }",
        "new CustomResourceOptions { Aliases = { new Alias { Name = \"old\" } } }",
        "new CustomResource(\"a:b:C\", \"n\", null, (CustomResourceOptions?)null)",
        "new RegisterPackageRequest(name: \"p\", version: \"1\", downloadUrl: \"\", "
            + "parameterization: new(name: \"q\", version: \"1\", value: new byte[1]))",
        "new Stash(\"s\", new() { Input = \"any\" }).Output",
        "new CustomResourceOptions { Hooks = { BeforeCreate = { new(\"h\", async (args, token) => { await Task.Yield(); }) } } }.Hooks.Clone()",
        "new ResourceHookArgs(\"urn\", \"id\", \"name\", \"type\", newOutputs: ImmutableDictionary<string, object?>.Empty).NewInputs",
        "new ErrorHookArgs(\"urn\", \"id\", \"name\", \"type\", failedOperation: \"create\", errors: new[] { \"e\" }).Errors.Count",
    ];

    private static readonly string[] Refused =
    [
        "(InputList<string>)texts",
        "new ThingArgs { Map = new Dictionary<string, Input<string>>() }",
        "new ThingArgs { Dbl = Output.Create(1) }",
        "new CustomResourceOptions { DependsOn = new List<Thing>() }",
        "(Output<object>)output",
        "text ?? output",
        "Output.Format(\"x\")",
        "Output.Create<string>(null!)",
        "output.Apply<string>(x => null!)",
        "output.Apply<string>(x => throw new Exception())",
        "output.Apply(x => { })",
        "Output.Tuple(output, input)",
        "Output.All(output, textInput)",
        "new CustomResource(\"a:b:C\", \"n\", null)",
        "new ProviderResource(\"a\", \"n\", null!)",
        "new Output<string>()",
        "new Input<string>()",
        "output + 1 is int",
        "new Resource()",
    ];

    [Fact]
    public async Task Programs_compile_or_do_not_as_they_must()
    {
        var header = Usings.Split('\n').Length;
        var snippets = Allowed.Concat(Refused).ToList();
        var source = $"{Usings}\nclass Program {{ {string.Join('\n', snippets.Select(Method))} }}";

        var errors = await CSharpCompiler.ErrorsOfAsync(source);
        var outcome = snippets.Select((snippet, index) => (Snippet: snippet, Errors: string.Join(" ", errors[header + 1 + index]))).ToList();

        outcome.Take(Allowed.Length).Where(result => result.Errors.Length > 0).ShouldBeEmpty();
        outcome.Skip(Allowed.Length).Where(result => result.Errors.Length == 0).ShouldBeEmpty();
    }

    // Errors in declarations keep the compiler from looking into method bodies, so these have a compilation of their own.
    [Fact]
    public async Task Classes_that_only_the_sdk_may_derive_from_cannot_be_derived_from()
    {
        var errors = await CSharpCompiler.ErrorsOfAsync($$"""
            {{Usings}}
            class Arguments : InputArgs { }
            class FineResourceArgs : ResourceArgs { }
            class FineInvokeArgs : InvokeArgs { }
            class FineCallArgs : CallArgs { }
            class FineStack : Stack { }
            class FineHook : ResourceHook { public FineHook() : base("h", (a, t) => Task.CompletedTask, new ResourceHookOptions(), Task.CompletedTask) { } }
            class FineErrorHook : ErrorHook { public FineErrorHook() : base("h", (a, t) => Task.FromResult(false), Task.CompletedTask) { } }
            class FineType : ResourceTypeAttribute { public FineType(string type) : base(type, null) { } }
            """);

        errors.Select(error => error.Key - Usings.Split('\n').Length).ShouldBe([1]);
    }

    [Fact]
    public async Task Constructors_and_methods_are_open_to_the_subclasses_they_are_meant_for()
    {
        var errors = await CSharpCompiler.ErrorsOfAsync($$"""
            {{Usings}}
            class Null : ComponentResource { public Null() : base("a:b:C", "n") { RegisterOutputs(null!); } }
            class Plain : Resource { }
            class Fine : ComponentResource { public Fine() : base("a:b:C", "n") { RegisterOutputs(new Dictionary<string, object?>()); } }
            """);

        errors.Select(error => error.Key - Usings.Split('\n').Length).Order().ShouldBe([1, 2]);
    }

    private static string Method(string snippet, int index) =>
        $"static object? M{index}(string? text, IEnumerable<string> texts, Output<string> output, Input<int> input, Input<string> textInput, "
        + $"InputMap<string> map, Thing thing, Group group) => {snippet};";
}
