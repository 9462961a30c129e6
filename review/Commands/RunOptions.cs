using System.CommandLine;
using System.Globalization;
using Infra.Review.Model;

namespace Infra.Review.Commands;

/// <summary>The stack and the options of every command that runs the program.</summary>
internal sealed class RunOptions
{
    private const double LongestTimeout = 86_400;

    private readonly Argument<string> _stack = new("stack") { Description = "The stack: its settings are in Pulumi.<stack>.yaml" };

    private readonly Option<string[]> _config = new("--config")
    {
        Description = "A setting that wins over the stack's file; may be given several times, and stands in for encrypted ones",
        HelpName = "key=value",
    };

    private readonly Option<bool> _unknowns = new("--unknowns")
    {
        Description = "Leave what only the cloud knows unknown, as `pulumi preview` does, instead of making up likely values",
    };

    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "How many seconds the program may be silent before it is stopped",
        HelpName = "seconds",
        DefaultValueFactory = _ => PreviewRequest.DefaultTimeout.TotalSeconds,
    };

    private readonly Option<string> _project = new("--project")
    {
        Description = "The folder of Pulumi.yaml, or one below it",
        HelpName = "folder",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _today = new("--today")
    {
        Description = "The day (UTC) as of which waivers are judged; today if not given",
        HelpName = "yyyy-mm-dd",
    };

    public RunOptions()
    {
        _today.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ParseDay(token.Value) is null)
                result.AddError($"--today is '{token.Value}'; allowed is a day such as 2027-01-31.");
        });
        _timeout.Validators.Add(result =>
        {
            if (result.Tokens is not [var token]) return;
            if (double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeout) return;
            result.AddError(FormattableString.Invariant($"--timeout is '{token.Value}'; allowed is a number of seconds above 0, at most {LongestTimeout}."));
        });
        _config.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=') <= 0))
                result.AddError(
                    "--config needs a key, an equals sign and a value, such as --config infra:owner=platform"
                    + $"{(token.Value.Contains('=') ? "" : $"; '{token.Value}' has no value")}.");
        });
    }

    public RunOptions AddTo(Command command)
    {
        command.Add(_stack);
        command.Add(_config);
        command.Add(_unknowns);
        command.Add(_timeout);
        command.Add(_project);
        command.Add(_today);
        return this;
    }

    public DateOnly Today(ParseResult parsed) =>
        parsed.GetValue(_today) is { } day ? ParseDay(day)!.Value : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <exception cref="UserException">The project's folder does not exist.</exception>
    public PreviewRequest Request(ParseResult parsed)
    {
        var given = parsed.GetRequiredValue(_project);
        if (!Directory.Exists(given))
            throw new UserException(ExitCode.Configuration, $"--project '{given}' is not a folder. Name the folder of Pulumi.yaml.");

        return new()
        {
            Folder = Path.GetFullPath(given),
            Stack = parsed.GetRequiredValue(_stack),
            Config = parsed.GetValue(_config) ?? [],
            Unknowns = parsed.GetValue(_unknowns),
            Timeout = TimeSpan.FromSeconds(parsed.GetRequiredValue(_timeout)),
        };
    }

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
