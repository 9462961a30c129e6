using Infra.Sdk.Schema;

namespace Infra.Sdk.Generator.Generating;

/// <summary>A function: the static class with its three ways to call it, its arguments in two forms, and its result.</summary>
public static class FunctionClass
{
    private const string Instance = "global::Pulumi.Deployment.Instance";

    public static void Write(SourceText source, FunctionSchema function, CSharpTypes types, CSharpNames names)
    {
        var name = CSharpNames.ClassOf(function.Token);
        var result = name + "Result";
        Deprecation.Write(source, function.Deprecated);
        source.Block($"public static class {name}", () =>
        {
            WriteCall(source, function, $"global::System.Threading.Tasks.Task<{result}>", $"InvokeAsync<{result}>", $"{name}Args", "InvokeOptions");
            WriteCall(source, function, $"Output<{result}>", $"Invoke<{result}>", $"{name}InvokeArgs", "InvokeOptions");
            WriteCall(source, function, $"Output<{result}>", $"Invoke<{result}>", $"{name}InvokeArgs", "InvokeOutputOptions");
        });
        if (function.Inputs.Count > 0)
        {
            new ArgsClass { Name = name + "Args", Parent = "InvokeArgs", Shape = InputShape.Plain, Properties = function.Inputs }.Write(source, types);
            new ArgsClass
            {
                Name = name + "InvokeArgs",
                Parent = "InvokeArgs",
                Shape = InputShape.FunctionInput,
                Properties = function.Inputs,
            }.Write(source, types);
        }

        new OutputClass { Name = result, Properties = function.Outputs, NeverNull = names.IsKubernetes }.Write(source, types);
    }

    private static void WriteCall(SourceText source, FunctionSchema function, string returns, string call, string args, string options)
    {
        var isOutputForm = options == "InvokeOutputOptions";
        var mayOmitArgs = function.Inputs.Values.All(input => !input.Required);
        var argsParameter = function.Inputs.Count == 0 ? "" : mayOmitArgs && !isOutputForm ? $"{args}? args = null, " : $"{args} args, ";
        var optionsParameter = isOutputForm ? $"{options} options" : $"{options}? options = null";
        var given = function.Inputs.Count == 0 ? "global::Pulumi.InvokeArgs.Empty" : $"args ?? new {args}()";
        source.Line($"public static {returns} {call[..call.IndexOf('<')]}({argsParameter}{optionsParameter}) =>");
        source.Line($"    {Instance}.{call}({SourceText.Literal(function.Token)}, {given}, options.WithDefaults());");
    }
}
