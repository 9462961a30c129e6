using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Policies;

namespace Infra.Review.Commands;

/// <summary>Says in one paragraph what is wrong with a command line.</summary>
internal static class WrongUsage
{
    public static string Of(ParseResult parsed, RootCommand root)
    {
        var command = parsed.CommandResult.Command;
        if (command == root) return OfRoot(parsed, root);

        var path = $"{CommandLine.Name} {command.Name}";
        var problems = parsed.Errors.Where(error => error.SymbolResult is not CommandResult).Select(error => Problem(error, path)).ToList();
        if (UnknownOption(parsed, command, path) is { } unknown) problems.Insert(0, unknown);
        else if (parsed.UnmatchedTokens is [var extra, ..]) problems.Insert(0, $"{path} does not know what to do with '{extra}'.");
        return $"{string.Join(" ", problems.Distinct())} See {path} --help.";
    }

    private static string OfRoot(ParseResult parsed, RootCommand root)
    {
        var names = root.Subcommands.Select(command => command.Name).ToList();
        var commands = $"Commands: {string.Join(", ", names)}. See {CommandLine.Name} --help.";
        if (parsed.UnmatchedTokens is not [var given, ..]) return $"{CommandLine.Name} needs a command. {commands}";
        return given.StartsWith('-')
            ? $"{CommandLine.Name} has no option {given}{Meant(given, NamesOf(root.Options))}. {commands}"
            : $"{CommandLine.Name} has no command '{given}'{Meant(given, names)}. {commands}";
    }

    private static string? UnknownOption(ParseResult parsed, Command command, string path)
    {
        var given = parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-'));
        if (given is null) return null;
        var names = NamesOf(command.Options).ToList();
        return $"{path} has no option {given}{Meant(given, names)}. Options: {string.Join(", ", names)}.";
    }

    private static string Problem(ParseError error, string path) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Argument: var argument } when error.SymbolResult.Parent is CommandResult =>
            argument.Name == "stack"
                ? $"{path} needs the name of a stack, for example {path} dev."
                : $"{path} needs a {argument.Name}: {argument.Description}.",
        OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} needs a value: {option.Name} <{option.HelpName}>.",
        OptionResult { Tokens.Count: > 1, Option: var option } when error.Message.Contains("single argument", StringComparison.Ordinal) =>
            $"{option.Name} is given more than once.",
        _ => error.Message,
    };

    private static string Meant(string given, IEnumerable<string> names) =>
        Nearest.Of(given, names) is { } nearest ? $" (did you mean {nearest}?)" : "";

    private static IEnumerable<string> NamesOf(IEnumerable<Option> options) =>
        options.Where(option => !option.Hidden).Select(option => option.Name).Order(StringComparer.Ordinal);
}
