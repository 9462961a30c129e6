namespace Infra.Tests.Sdk.Wire;

/// <summary>What one run of one scenario left behind.</summary>
internal sealed record VectorRun(string Scenario, string Mode, int ExitCode, string StandardOutput, string StandardError, Recording Recording);
