using Infra.Sdk.Generator;

return CommandLine.Run(args);
