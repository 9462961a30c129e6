using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Testing;

/// <summary>A resource with its inputs, found by paths such as <c>metadataOptions.httpTokens</c> or <c>rules.0.id</c>.</summary>
internal sealed record PlannedResource
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required bool IsComponent { get; init; }

    /// <summary>Null for what stands directly in the stack.</summary>
    public required PlannedResource? Parent { get; init; }

    public required ImmutableDictionary<string, object> Inputs { get; init; }

    public required ImmutableDictionary<string, object> Outputs { get; init; }

    public required ResourceOptions Options { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }

    public static async Task<PlannedResource> Of(ConstructedResource constructed, PlannedResource? parent, RecordingMocks mocks) => new()
    {
        Type = constructed.Resource.GetResourceType(),
        Name = constructed.Resource.GetResourceName(),
        IsComponent = constructed.Resource is ComponentResource,
        Parent = parent,
        Inputs = mocks.InputsOf(constructed.Resource.GetResourceType(), constructed.Resource.GetResourceName()),
        Outputs = mocks.OutputsOf(constructed.Resource.GetResourceType(), constructed.Resource.GetResourceName()),
        Options = constructed.Options,
        DependsOn = [.. (await OutputUtilities.GetValueAsync(constructed.Options.DependsOn.ToOutput())).Select(other => other.GetResourceName())],
    };

    public string? Text(string path) => At(path) as string;

    public bool? Flag(string path) => At(path) as bool?;

    public double? Number(string path) => At(path) as double?;

    public ImmutableArray<object> List(string path) => At(path) is ImmutableArray<object> list ? list : [];

    public object? At(string path) => path.Split('.').Aggregate((object?)Inputs, (value, step) => value switch
    {
        ImmutableDictionary<string, object> members => members.GetValueOrDefault(step),
        ImmutableArray<object> items
            when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Length =>
            items[index],
        _ => null,
    });
}
