using System.CommandLine;
using Infra.Sdk.Generator;

var root = new RootCommand("The provider classes of the embedded Pulumi SDK: which types there are, and their C#.")
{
    GenerateCommand.Create(),
    AddCommand.Create(),
};
return root.Parse(args).Invoke();
