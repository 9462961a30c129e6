using System.Runtime;
using Infra.Review.Commands;
using Infra.Review.Engine;

// What this run compiles, the next compiles on a second core, before it is needed. The runtime keeps the file and checks it.
// Where many run at once no core is idle.
if (args is [("preview" or "firewall" or "explain") and var command, ..] && Environment.GetEnvironmentVariable("INFRA_STARTUP_PROFILE") != "off")
{
    ProfileOptimization.SetProfileRoot(AppContext.BaseDirectory);
    ProfileOptimization.StartProfile($"infra-{command}.startup");
}

var screen = Screen.OfProcess();
using var interruption = new Interruption();
return await new CommandLine(screen, OfflineEngine.PreviewAsync).RunAsync(args, interruption);
