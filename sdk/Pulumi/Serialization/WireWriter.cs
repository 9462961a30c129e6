using System.Collections;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Protocol;
using Pulumi.Serialization;
using Enum = System.Enum;

namespace Pulumi;

/// <summary>Writes one value with all that it holds, and gathers the resources that it depends on.</summary>
internal sealed class WireWriter(WireWriterOptions options)
{
    private readonly HashSet<Resource> _dependencies = [];

    public IReadOnlySet<Resource> Dependencies => _dependencies;

    /// <summary>Null is a value that is absent.</summary>
    public ValueTask<Value?> WriteAsync(object? value, PropertyPath path) => WriteAsync(value, path, options.KeepOutputValues, _dependencies);

    private ValueTask<Value?> WriteAsync(object? value, PropertyPath path, bool keepOutputs, HashSet<Resource> dependencies)
    {
        switch (value)
        {
            case null:
                return default;
            case string text:
                return new(Value.ForString(text));
            case bool flag:
                return new(Value.ForBool(flag));
            case int number:
                return new(Value.ForNumber(number));
            case double number:
                return new(Value.ForNumber(number));
            case IInput input:
                return WriteInputAsync(input, path, keepOutputs, dependencies);
            case IOutput output:
                return WriteOutputAsync(output, path, keepOutputs, dependencies);
            case IUnion union:
                return WriteAsync(union.Value, path, keepOutputs, dependencies);
            case JsonText json:
                return WriteJsonTextAsync(json.Value, path, keepOutputs, dependencies);
            case InputArgs args:
                return WriteObjectAsync(args.Members(), path, keepOutputs, dependencies);
            case AssetOrArchive asset:
                return WriteAssetAsync(asset, path, dependencies);
            case Resource resource:
                return WriteResourceAsync(resource, dependencies);
            case JsonElement json:
                return new(WireJson.Write(json));
            case Task:
                throw Unsupported("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:", path);
            case IDictionary dictionary:
                return WriteObjectAsync(WithStringKeys(dictionary, path), path, keepOutputs, dependencies);
            case IList list:
                return WriteListAsync(list, path, keepOutputs, dependencies);
            case Enum constant when Enum.GetUnderlyingType(value.GetType()) == typeof(int):
                return new(Value.ForNumber(Convert.ToInt32(constant, System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (value.GetType().IsDefined(typeof(EnumTypeAttribute), false)) return WriteAsync(EnumValue.Of(value), path, keepOutputs, dependencies);
        if (value.GetType().IsDefined(typeof(OutputTypeAttribute), false)) return WriteOutputTypeAsync(value, path, keepOutputs, dependencies);
        throw Unsupported($"{value.GetType().FullName} is not a supported argument type.\n\t{path}", path);
    }

    private async ValueTask<Value?> WriteInputAsync(IInput input, PropertyPath path, bool keepOutputs, HashSet<Resource> dependencies)
    {
        if (input.Content is IOutput output) return await WriteOutputAsync(output, path, keepOutputs, dependencies).ConfigureAwait(false);
        if (!keepOutputs) return await WriteAsync(input.Content, path.Member("id"), false, dependencies).ConfigureAwait(false);
        var inner = new HashSet<Resource>();
        var value = await WriteAsync(input.Content, path.Member("id"), false, inner).ConfigureAwait(false);
        dependencies.UnionWith(inner);
        return inner.Count > 0 && await KeepsOutputValuesAsync().ConfigureAwait(false)
            ? await OutputValueAsync(value, false, inner).ConfigureAwait(false)
            : value;
    }

    private async ValueTask<Value?> WriteOutputAsync(IOutput output, PropertyPath path, bool keepOutputs, HashSet<Resource> dependencies)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        var inner = keepOutputs ? [] : dependencies;
        inner.UnionWith(data.Dependencies);

        // An unknown value may still hold a default; it is not looked at.
        var value = data.IsKnown ? await WriteAsync(data.BoxedValue, path.Member("id"), false, inner).ConfigureAwait(false) : null;
        if (keepOutputs)
        {
            dependencies.UnionWith(inner);
            if ((!data.IsKnown || data.IsSecret || inner.Count > 0) && await KeepsOutputValuesAsync().ConfigureAwait(false))
                return await OutputValueAsync(data.IsKnown ? value ?? Value.ForNull() : null, data.IsSecret, inner).ConfigureAwait(false);
        }

        if (!data.IsKnown) return WireValues.Unknown();
        return data.IsSecret ? WireValues.Secret(value ?? Value.ForNull()) : value;
    }

    private Task<bool> KeepsOutputValuesAsync() => options.Features.SupportsAsync(FeatureSet.OutputValues);

    private static async ValueTask<Value> OutputValueAsync(Value? value, bool isSecret, HashSet<Resource> resources)
    {
        var special = WireValues.Special(SpecialValues.OutputValue);
        var fields = special.StructValue.Fields;
        if (value is not null) fields.Add("value", value);
        if (isSecret) fields.Add("secret", Value.ForBool(true));
        var urns = await DependencyClosure.UrnsAsync(resources, null).ConfigureAwait(false);
        if (urns.Count > 0) fields.Add("dependencies", Value.ForList([.. urns.Select(Value.ForString)]));
        return special;
    }

    private async ValueTask<Value?> WriteObjectAsync(
        IEnumerable<KeyValuePair<string, object?>> members, PropertyPath path, bool keepOutputs, HashSet<Resource> dependencies)
    {
        KeyValuePair<string, object?>[] given = [.. members];
        var values = await WriteAllAsync(
            Array.ConvertAll(given, member => member.Value), index => path.Member(given[index].Key), keepOutputs, dependencies).ConfigureAwait(false);
        var result = new Struct();
        for (var i = 0; i < given.Length; i++)
            if (values[i] is { } value) result.Fields[given[i].Key] = value;
        return Value.ForStruct(result);
    }

    private async ValueTask<Value?> WriteListAsync(IList list, PropertyPath path, bool keepOutputs, HashSet<Resource> dependencies)
    {
        var written = await WriteAllAsync(ImmutableLists.ToArray(list), path.Element, keepOutputs, dependencies).ConfigureAwait(false);
        return Value.ForList(Array.ConvertAll(written, value => value ?? Value.ForNull()));
    }

    // Begins all values at once: what a program changes later, while the first of them still waits, must not show.
    private async ValueTask<Value?[]> WriteAllAsync(
        object?[] values, Func<int, PropertyPath> pathOf, bool keepOutputs, HashSet<Resource> dependencies)
    {
        var written = new Value?[values.Length];
        List<(int Index, Task<Value?> Value, HashSet<Resource> Dependencies)>? pending = null;
        for (var i = 0; i < values.Length; i++)
        {
            var own = pending is null ? dependencies : [];
            var task = WriteAsync(values[i], pathOf(i), keepOutputs, own);
            if (pending is null && task.IsCompletedSuccessfully) written[i] = task.Result;
            else (pending ??= []).Add((i, task.AsTask(), own));
        }

        foreach (var (index, task, own) in pending ?? [])
        {
            written[index] = await task.ConfigureAwait(false);
            if (own != dependencies) dependencies.UnionWith(own);
        }

        return written;
    }

    private async ValueTask<Value?> WriteResourceAsync(Resource resource, HashSet<Resource> dependencies)
    {
        if (options.References) dependencies.Add(resource);
        var state = await resource.Completion.Task.ConfigureAwait(false);
        if (!await options.Features.SupportsAsync(FeatureSet.ResourceReferences).ConfigureAwait(false))
        {
            if (!resource.IsCustom) return Value.ForString(state.Urn);
            return string.IsNullOrEmpty(state.Id) ? WireValues.Unknown() : Value.ForString(state.Id);
        }

        var urn = ("urn", Value.ForString(state.Urn));
        return resource.IsCustom
            ? WireValues.Special(SpecialValues.ResourceReference, urn, ("id", Value.ForString(state.Id ?? "")))
            : WireValues.Special(SpecialValues.ResourceReference, urn);
    }

    private async ValueTask<Value?> WriteAssetAsync(AssetOrArchive asset, PropertyPath path, HashSet<Resource> dependencies)
    {
        var content = await WriteAsync(asset.Content, path, false, dependencies).ConfigureAwait(false);
        return WireValues.Special(asset is Asset ? SpecialValues.Asset : SpecialValues.Archive, (asset.ContentKey, content!));
    }

    private async ValueTask<Value?> WriteOutputTypeAsync(object value, PropertyPath path, bool keepOutputs, HashSet<Resource> dependencies)
    {
        var result = new Struct();
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public).Where(field => field.IsInitOnly))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(field.Name[..1]) + field.Name[1..];
            result.Fields[name] =
                await WriteAsync(field.GetValue(value), path.Member(name), keepOutputs, dependencies).ConfigureAwait(false) ?? Value.ForNull();
        }

        return Value.ForStruct(result);
    }

    // A list, map or output is one whole: what it holds decides about all of it. An args class keeps marks within the text.
    private async ValueTask<Value?> WriteJsonTextAsync(object value, PropertyPath path, bool keepOutputs, HashSet<Resource> dependencies)
    {
        var output = value is IInput input ? input.AsOutput() : value as IOutput;
        var data = output is null ? new OutputData<object>(value) : await output.GetDataAsync().ConfigureAwait(false);
        Output<string?> text;
        if (!data.IsKnown)
        {
            text = new(new OutputData<string?>(null, false, data.IsSecret, data.Dependencies));
        }
        else
        {
            var written = await new WireWriter(options with { KeepOutputValues = false })
                .WriteAsync(data.BoxedValue, path).ConfigureAwait(false);
            var json = written is null ? null : WireJson.Format(written);
            text = new(new OutputData<string?>(json, true, data.IsSecret, data.Dependencies));
        }

        return await WriteOutputAsync(text, path, keepOutputs, dependencies).ConfigureAwait(false);
    }

    private static IEnumerable<KeyValuePair<string, object?>> WithStringKeys(IDictionary dictionary, PropertyPath path)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key) throw Unsupported("Dictionaries are only supported with string keys:", path);
            yield return KeyValuePair.Create(key, entry.Value);
        }
    }

    private static InvalidOperationException Unsupported(string message, PropertyPath path) => new($"{message}\n\t{path}");
}
