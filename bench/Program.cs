using System.CommandLine;
using System.Globalization;
using Infra.Bench;

if (args is [PreviewPhases.Word, .. var rest]) return await PreviewPhases.RunAsync(rest);

var runs = new Option<int>("--runs") { Description = "Measured runs of each preview, after one that warms up.", DefaultValueFactory = _ => 5 };
var sizes = new Option<int[]>("--sizes")
{
    Description = "Resources of the synthetic program.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [300, 1_000, 3_000, 10_000],
};
var stacks = new Option<string[]>("--stacks")
{
    Description = "Stacks of this repository.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => ["prod"],
};
var command = new RootCommand("Measures whole-process time and memory of infra preview and prints a table in Markdown.") { runs, sizes, stacks };
command.SetAction(result =>
{
    var cases = result.GetValue(sizes)!.Select(PreviewCase.Synthetic).Concat(result.GetValue(stacks)!.Select(PreviewCase.OfStack));
    var table = new PreviewTable();
    foreach (var preview in cases)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{preview.Name} …"));
        table.Add(preview.Name, PreviewResult.Measure(preview, result.GetValue(runs)));
    }

    Console.Out.Write(table.ToMarkdown());
});
return command.Parse(args).Invoke();
