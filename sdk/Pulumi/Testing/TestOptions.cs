namespace Pulumi.Testing;

/// <summary>What the program under test is told of its surroundings.</summary>
public class TestOptions
{
    /// <summary><c>project</c> if null.</summary>
    public string? ProjectName { get; set; }

    /// <summary><c>stack</c> if null.</summary>
    public string? StackName { get; set; }

    /// <summary><c>organization</c> if null.</summary>
    public string? OrganizationName { get; set; }

    public string? RootDirectory { get; set; }

    /// <summary>A preview if null. What a mock leaves out is unknown in a preview, and has its type's default value otherwise.</summary>
    public bool? IsPreview { get; set; }
}
