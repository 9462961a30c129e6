using System.Diagnostics;
using System.Globalization;
using System.Text;
using Infra.Tests.Testing;

namespace Infra.Tests.Sdk.Wire;

/// <summary>Runs the programs of tests/Vectors as child processes, each run against an engine of its own.</summary>
public sealed class VectorPrograms : IDisposable
{
    private const string ExitPrefix = "<exit> ";

    private const string Configuration = """
        {"vec:name":"hello","vec:count":"7","vec:ratio":"2.5","vec:flag":"true","vec:bad":"x","vec:list":"[\"a\",\"b\"]",
        "vec:obj":"{\"Host\":\"h.example\",\"Port\":8080}","vec:password":"hunter2","vec:pin":"1234","vec:empty":"","other:region":"eu-1"}
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly StringBuilder _errors = new();
    private Process? _child;

    /// <summary>Runs the scenario in the process that also runs the others, one after the other: a hundred times faster.</summary>
    internal async Task<VectorRun> RunAsync(string scenario, string mode)
    {
        await using var engine = await RecordingEngine.StartAsync(isPreview: mode == "preview");
        _child ??= Start();
        _errors.Clear();
        await _child.StandardInput.WriteLineAsync($"{scenario} {engine.Address} {DryRun(mode)}");

        var output = new StringBuilder();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await _child.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith(ExitPrefix, StringComparison.Ordinal))
                {
                    var exitCode = int.Parse(line[ExitPrefix.Length..], CultureInfo.InvariantCulture);
                    return new(scenario, mode, exitCode, output.ToString(), _errors.ToString(), engine.Recording);
                }
                output.AppendLine(line);
            }
        }
        catch (OperationCanceledException)
        {
            throw Lost($"{scenario} had not ended after {Patience.TotalSeconds} seconds.", engine);
        }
        throw Lost($"{scenario} ended the process.", engine);
    }

    /// <summary>Runs the scenario in a process of its own, as an engine does it.</summary>
    internal static async Task<VectorRun> RunAloneAsync(string scenario, string mode)
    {
        await using var engine = await RecordingEngine.StartAsync(isPreview: mode == "preview");
        using var child = Start(new()
        {
            ["SCENARIO"] = scenario,
            ["PULUMI_MONITOR"] = engine.Address,
            ["PULUMI_ENGINE"] = engine.Address,
            ["PULUMI_DRY_RUN"] = DryRun(mode),
        });
        using var patience = new CancellationTokenSource(Patience);
        var output = child.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = child.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await child.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            throw;
        }
        return new(scenario, mode, child.ExitCode, await output, await errors, engine.Recording);
    }

    public void Dispose()
    {
        _child?.StandardInput.Close();
        if (_child?.WaitForExit(Patience) == false) _child.Kill(entireProcessTree: true);
        _child?.Dispose();
    }

    private static string DryRun(string mode) => mode == "preview" ? "true" : "false";

    private InvalidOperationException Lost(string what, RecordingEngine engine)
    {
        _child!.Kill(entireProcessTree: true);
        _child.Dispose();
        _child = null;
        var registered = engine.Recording.Registrations.ToArray().Select(entry => entry.Urn);
        return new InvalidOperationException($"{what}\nRegistered: {string.Join(", ", registered)}\n{_errors}");
    }

    private Process Start()
    {
        var child = Start([]);
        child.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        child.BeginErrorReadLine();
        return child;
    }

    private static Process Start(Dictionary<string, string> variables)
    {
        var folder = Repository.Path("tests", "Vectors");
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.Built("Infra.Vectors")])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PULUMI_PROJECT"] = "vec",
                ["PULUMI_STACK"] = "dev",
                ["PULUMI_ORGANIZATION"] = "acme",
                ["PULUMI_PARALLEL"] = "16",
                ["PULUMI_QUERY_MODE"] = "false",
                ["PULUMI_TRACING"] = "",
                ["PULUMI_PWD"] = folder,
                ["PULUMI_ROOT_DIRECTORY"] = folder,
                ["PULUMI_CONFIG"] = Configuration,
                ["PULUMI_CONFIG_SECRET_KEYS"] = """["vec:password","vec:pin"]""",
            },
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
