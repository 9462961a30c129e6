using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Pulumi.Experimental.Provider;

/// <summary>Reads from classes what a package of components offers.</summary>
public sealed partial class ComponentAnalyzer
{
    private ComponentAnalyzer()
    {
    }

    /// <summary>The schema of all components of an assembly, public or not.</summary>
    /// <exception cref="ArgumentException">The metadata or a class cannot be told by a schema; the message names all that is wrong.</exception>
    public static PackageSpec GenerateSchema(Metadata metadata, Assembly assembly) =>
        GenerateSchema(metadata, ComponentClass.TypesOf(assembly));

    /// <inheritdoc cref="GenerateSchema(Metadata, Assembly)"/>
    public static PackageSpec GenerateSchema(Metadata metadata, params Type[] componentTypes)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(componentTypes);
        var problems = new SchemaProblems(metadata.Name);
        CheckNames(metadata, problems);
        var components = ComponentClass.All(componentTypes, problems);
        var types = new SchemaTypes(metadata.Name, problems);

        // Inputs first: a class on both sides is described as an input, which says more.
        var inputs = components.ToDictionary(
            component => component, component => SchemaMembers.Of(component.Args, typeof(ResourceArgs), types, MemberPlace.Input));
        var outputs = components.ToDictionary(
            component => component, component => SchemaMembers.Of(component.Type, component.SdkType, types, MemberPlace.Output));
        var objects = types.ObjectSpecs();
        problems.ThrowIfAny();
        return new PackageSpec
        {
            Name = metadata.Name,
            DisplayName = metadata.DisplayName,
            Version = metadata.Version ?? "0.0.0",
            Namespace = metadata.Namespace,
            Types = objects,
            Resources = components.ToImmutableSortedDictionary(
                component => $"{metadata.Name}:index:{component.Type.Name}",
                component => new ResourceSpec
                {
                    InputProperties = inputs[component].Types,
                    RequiredInputs = inputs[component].Required,
                    Properties = outputs[component].Types,
                    Required = outputs[component].Required,
                },
                StringComparer.Ordinal),
        };
    }

    /// <summary>The component class of that name; null if there is none.</summary>
    /// <param name="componentTypes">Where to look; in the assembly if absent.</param>
    public static Type? FindComponentType(string name, Assembly assembly, Type[]? componentTypes = null) =>
        Array.Find(componentTypes ?? ComponentClass.TypesOf(assembly), type => ComponentClass.Is(type) && type.Name == name);

    private static void CheckNames(Metadata metadata, SchemaProblems problems)
    {
        if (!PackageName().IsMatch(metadata.Name))
            problems.Add($"the package name '{metadata.Name}' must be letters, digits, '-' and '_', the first one a letter");
        if (metadata.Namespace is { } name && !NamespaceName().IsMatch(name))
            problems.Add($"the namespace '{name}' must be small letters, digits and '-', the first one a letter");
    }

    [GeneratedRegex(@"^[a-zA-Z][-a-zA-Z0-9_]*\z")]
    private static partial Regex PackageName();

    [GeneratedRegex(@"^[a-z][-a-z0-9]*\z")]
    private static partial Regex NamespaceName();
}
