using System.Collections.Concurrent;
using Infra.Stacks;
using Infra.Tests.Testing;

namespace Infra.Tests.Stacks;

/// <summary>The platform as the committed stacks plan it: each is planned once, for all tests.</summary>
internal static class PlannedPlatform
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Plan>>> Plans = new(StringComparer.Ordinal);

    public static Task<Plan> Of(string stack) => Plans.GetOrAdd(stack, name => new(() => Of(SettingsOf(name)))).Value;

    public static Task<Plan> Of(StackSettings settings) => Plan.Of(() => Platform.Build(settings));

    public static StackSettings SettingsOf(string stack) => StackSettings.Read(stack, StackConfiguration.Of(stack).Find);
}
