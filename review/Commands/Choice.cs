using System.CommandLine;
using Infra.Policies;

namespace Infra.Review.Commands;

/// <summary>An option with a handful of allowed words, the first of them the default.</summary>
internal static class Choice
{
    public static Option<string> Of(string name, string description, params string[] allowed)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', allowed),
            DefaultValueFactory = _ => allowed[0],
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is not [var token] || allowed.Contains(token.Value)) return;
            var meant = Nearest.Of(token.Value, allowed) is { } nearest ? $" Did you mean {nearest}?" : "";
            result.AddError($"{name} is '{token.Value}'; allowed is {string.Join(", ", allowed)}.{meant}");
        });
        return option;
    }
}
