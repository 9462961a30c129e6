using System.CommandLine;
using Infra.Sdk.Generator;
using Infra.Sdk.Generator.Adding;

var tokens = new Argument<string[]>("token")
{
    Description = "Resources or functions, e.g. aws:ec2/flowLog:FlowLog or aws:ec2/getAmi:getAmi",
    Arity = ArgumentArity.OneOrMore,
};
var from = new Option<FileInfo>("--from") { Description = "The provider's full schema (pulumi package get-schema aws > aws.json)", Required = true };
var folder = new Option<DirectoryInfo>("--folder") { Description = "The folder of the compact files; default: sdk/Schema/Data of this repository" };
var add = new Command("add", "Add types to the compact schema files, with all nested types that they reach. A type that is there already is updated.") { tokens, from, folder };
add.SetAction(result =>
{
    try
    {
        var target = result.GetValue(folder)?.FullName ?? CompactFolder.Find(Directory.GetCurrentDirectory());
        foreach (var line in Addition.Run(result.GetRequiredValue(tokens), result.GetRequiredValue(from).FullName, target))
            Console.WriteLine(line);
        return 0;
    }
    catch (Exception e) when (e is GeneratorException or InvalidDataException)
    {
        Console.Error.WriteLine(e.Message);
        return 2;
    }
});

var root = new RootCommand("Provider classes of the embedded Pulumi SDK: which types there are, and their C#.") { add };
return root.Parse(args).Invoke();
