using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Infra.Review.Engine;
using Infra.Review.Model;

namespace Infra.Review.Programs;

/// <summary>The running program. Disposing it, and any end of this process that can be noticed, ends it and what it started.</summary>
public sealed class ProgramProcess : IRunningProgram
{
    // What is left in the pipes after the end is read at once, unless something the program started still holds them open.
    private static readonly TimeSpan PipesGrace = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Task _reading;
    private readonly EventHandler _onExit;

    private ProgramProcess(Process process, DiagnosticLog log)
    {
        _process = process;
        _onExit = (_, _) => Kill();
        AppDomain.CurrentDomain.ProcessExit += _onExit;
        _reading = Task.WhenAll(
            BoundedLines.ReadAsync(process.StandardOutput, log.AddOutput),
            BoundedLines.ReadAsync(process.StandardError, log.AddError));
    }

    /// <exception cref="UserException">It cannot be started.</exception>
    public static ProgramProcess Start(RunnableProgram program, IReadOnlyDictionary<string, string> environment, string address, DiagnosticLog log)
    {
        var start = new ProcessStartInfo(program.Executable)
        {
            WorkingDirectory = program.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in program.ArgumentsFor?.Invoke(address) ?? program.Arguments) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment) start.Environment[name] = value;
        try
        {
            var process = Process.Start(start)!;
            // Nobody is there to answer: a program that asks gets the end of its input.
            process.StandardInput.Close();
            return new ProgramProcess(process, log);
        }
        catch (Win32Exception exception)
        {
            throw new UserException(ExitCode.Program, $"Program '{program.Name}' cannot be started: {exception.Message}");
        }
    }

    /// <summary>The exit code, once the process has ended and what it printed is read; 128 + n if signal n ended it.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await Task.WhenAny(_reading, Task.Delay(PipesGrace, cancellationToken));
        return _process.ExitCode;
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _onExit;
        if (!_process.HasExited)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        _process.Dispose();
    }
}
