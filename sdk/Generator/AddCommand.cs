using System.CommandLine;
using Infra.Sdk.Generator.Adding;

namespace Infra.Sdk.Generator;

internal static class AddCommand
{
    private static readonly Argument<string[]> Tokens = new("token")
    {
        Description = "Resources, functions or enums, e.g. aws:ec2/flowLog:FlowLog aws:ec2/getAmi:getAmi",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> From = new("--from")
    {
        Description = "The provider's full schema; with the Pulumi CLI: pulumi package get-schema aws > aws.json",
        Required = true,
    };

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "The folder of the compact files; default: sdk/Schema/Data of this repository",
    };

    public static Command Create()
    {
        var command = new Command(
            "add",
            "Add types to the compact schema files, with all nested types that they reach. What is there already is updated. "
            + "The next build generates the classes.")
        {
            Tokens, From, Folder,
        };
        command.SetAction(result => UserMistakes.Report(() =>
        {
            var folder = CompactFolder.Of(result.GetValue(Folder), Directory.GetCurrentDirectory());
            foreach (var line in Addition.Run(result.GetRequiredValue(Tokens), result.GetRequiredValue(From), folder))
                Console.WriteLine(line);
        }));
        return command;
    }
}
