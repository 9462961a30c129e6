using Infra.Rpc.Messages;

namespace Pulumi;

/// <summary>Where a program's log lines go.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);
}
