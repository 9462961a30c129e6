using Infra.Review.Commands;
using Infra.Review.Engine;

var screen = Screen.OfProcess();
using var interruption = new Interruption();
return await new CommandLine(screen, OfflineEngine.PreviewAsync).RunAsync(args, interruption);
