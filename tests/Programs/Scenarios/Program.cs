using System.Text.Json;
using Infra.Tests.Scenarios;
using Pulumi;

// What happens before the deployment begins can only be chosen by what the engine hands to every program.
var config = JsonSerializer.Deserialize<Dictionary<string, string>>(Environment.GetEnvironmentVariable("PULUMI_CONFIG")!)!;
var scenario = config["scenarios:case"];

switch (scenario)
{
    case "exits at once":
        return 0;
    case "platform":
        var open = new OpenPlatform();
        return await Deployment.RunAsync(() => Task.FromResult(open.Build()), new StackOptions { ResourceTransformations = { open.Watch } });
    case "stack transform":
        return await Deployment.RunAsync(Trees.Transformed, new StackOptions { ResourceTransforms = { Trees.AddOwner } });
    default:
        return await Deployment.RunAsync(() => scenario switch
        {
            "throws" => Failures.Throw(),
            "needs a region" => Failures.AskForRegion(),
            "refuses its configuration" => Failures.RefuseConfiguration(),
            "never ends" => Failures.NeverEndAsync(),
            "crashes" => Failures.Crash(),
            "prints megabytes" => Failures.PrintAsync(),
            "registers twice" => Failures.RegisterTwice(),
            "asks for the unknown" => Failures.AskForTheUnknownAsync(),
            "secrets" => Trees.Secret(),
            "prints a password" => Talk.PrintPassword(),
            "prints a password at the cut" => Talk.PrintAtTheCut(),
            "puts a password in clear" => Talk.PutInClear(),
            "asks for what is missing" => Failures.AskForTheMissing(),
            "throws secrets" => Talk.ThrowSecretsAsync(),
            "names by a secret" => Talk.NameBySecret(),
            "ends early" => Talk.EndEarlyAsync(),
            "prints in turns" => Talk.PrintInTurnsAsync(),
            "hangs after talk" => Talk.HangAfterTalkAsync(),
            "makes the unknown" => Talk.MakeTheUnknown(),
            "makes a remote component" => Talk.MakeRemote(),
            "imports groups" => Trees.ImportGroups(),
            "uses a newer provider" => Talk.UseNewerProvider(),
            "options" => Trees.WithOptions(),
            "is called back" => CalledBack.Run(),
            "changes options later" => Trees.ChangeOptionsLater(),
            _ => throw new RunException($"There is no case '{scenario}'."),
        });
}
