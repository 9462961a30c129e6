using System.CommandLine;
using Infra.Bench;

if (args is [PreviewPhases.Word, .. var rest]) return await PreviewPhases.RunAsync(rest);
if (args is [RuleTiming.Word, .. var wanted]) return await RuleTiming.RunAsync(wanted);

var runs = new Option<int>("--runs") { Description = "Measured runs of each preview, after one that warms up.", DefaultValueFactory = _ => 5 };
var sizes = new Option<int[]>("--sizes")
{
    Description = "Resources of the synthetic program.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [300, 1_000, 3_000, 10_000],
};
var stacks = new Option<string[]>("--stacks")
{
    Description = "Stacks of this repository; prod if the option is not given, none if nothing follows it.",
    AllowMultipleArgumentsPerToken = true,
    Arity = ArgumentArity.ZeroOrMore,
};
var command = new RootCommand("Measures whole-process time and memory of infra preview and prints a table in Markdown.") { runs, sizes, stacks };
command.SetAction(result =>
{
    var chosen = result.GetResult(stacks) is null ? ["prod"] : result.GetValue(stacks) ?? [];
    var table = new PreviewTable();
    Console.WriteLine(PreviewTable.Header);
    foreach (var preview in result.GetValue(sizes)!.Select(PreviewCase.Synthetic).Concat(chosen.Select(PreviewCase.OfStack)))
        Console.WriteLine(table.Add(preview.Name, PreviewResult.Measure(preview, result.GetValue(runs))));
});
return command.Parse(args).Invoke();
