using System.Runtime.InteropServices;
using Infra.Review.Model;

namespace Infra.Review.Commands;

/// <summary>Turns Ctrl-C, a closed terminal and a polite kill into a cancellation, once; the second one ends the process at once.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Interrupt(context, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Interrupt(context, ExitCode.Terminated)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Interrupt(context, ExitCode.HungUp)),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context => Interrupt(context, ExitCode.Quit)),
    ];

    public CancellationToken Token => _source.Token;

    public ExitCode ExitCode { get; private set; } = ExitCode.Interrupted;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Interrupt(PosixSignalContext context, ExitCode exitCode)
    {
        if (_source.IsCancellationRequested) return;
        context.Cancel = true;
        ExitCode = exitCode;
        _source.Cancel();
    }
}
