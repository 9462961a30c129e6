using System.Text.Json.Nodes;

namespace Infra.Tests.Review;

/// <summary>What one run of the command left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}
