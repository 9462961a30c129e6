using System.Text;

namespace Infra.Components.Compute;

/// <summary>A file that exists before the first command runs.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Content">Lines without trailing spaces, the last one ended; the first is not indented.</param>
/// <param name="Mode">Octal, four digits.</param>
public sealed record BootFile(string Path, string Content, string Mode = "0644");

/// <summary>Files to write and one program to run, as cloud-init reads them.</summary>
public static class CloudConfig
{
    private const string Indent = "      ";

    public static string Render(IEnumerable<BootFile> files, string program)
    {
        var text = new StringBuilder("#cloud-config\nwrite_files:\n");
        foreach (var file in files)
        {
            text.Append($"  - path: {file.Path}\n    owner: root:root\n    permissions: '{file.Mode}'\n    content: |\n");
            foreach (var line in file.Content.TrimEnd('\n').Split('\n'))
                text.Append(line.Length == 0 ? "\n" : $"{Indent}{line}\n");
        }

        return text.Append($"runcmd:\n  - [{program}]\n").ToString();
    }
}
