using Infra.Review.Model;

namespace Infra.Review.Project;

/// <summary>The name of a stack as Pulumi writes it: alone, or after its organization and project.</summary>
public static class StackName
{
    /// <summary>The last part, which names the stack's file.</summary>
    /// <exception cref="UserException">It is no name, or one of another project.</exception>
    public static string Of(string given, ProjectFile project)
    {
        var parts = given.Split('/');
        if (parts.Length > 3 || !parts.All(IsPart))
            throw new UserException(ExitCode.Configuration,
                $"'{given}' names no stack; expected <stack>, <organization>/<stack> or <organization>/<project>/<stack>, "
                + "of letters, digits, '-', '_' and '.'.");
        if (parts is [_, var other, _] && other != project.Name)
            throw new UserException(ExitCode.Configuration,
                $"'{given}' is a stack of project '{other}'; this one is '{project.Name}' ({ProjectFile.FileName}). Name the other's folder with --project.");
        return parts[^1];
    }

    private static bool IsPart(string part) =>
        part is not ("" or "." or "..") && part.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
}
