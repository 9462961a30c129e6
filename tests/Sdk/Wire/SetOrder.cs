using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Sdk.Wire;

/// <summary>Copies of requests in which lists that mean sets are sorted (duplicates kept) and callbacks have no address.</summary>
internal static class SetOrder
{
    public static RegisterResourceRequest Of(RegisterResourceRequest request)
    {
        var copy = request.Clone();
        Sort(copy.Dependencies);
        Sort(copy.ReplaceWith);
        foreach (var dependencies in copy.PropertyDependencies.Values) Sort(dependencies.Urns);
        foreach (var callback in copy.Transforms) Anonymize(callback);
        SortOutputValues(copy.Object);
        return copy;
    }

    public static ReadResourceRequest Of(ReadResourceRequest request)
    {
        var copy = request.Clone();
        Sort(copy.Dependencies);
        SortOutputValues(copy.Properties);
        return copy;
    }

    public static RegisterResourceOutputsRequest Of(RegisterResourceOutputsRequest request)
    {
        var copy = request.Clone();
        SortOutputValues(copy.Outputs);
        return copy;
    }

    public static ResourceInvokeRequest Of(ResourceInvokeRequest request)
    {
        var copy = request.Clone();
        Sort(copy.DependsOn);
        SortOutputValues(copy.Args);
        return copy;
    }

    public static ResourceCallRequest Of(ResourceCallRequest request)
    {
        var copy = request.Clone();
        foreach (var dependencies in copy.ArgDependencies.Values) Sort(dependencies.Urns);
        SortOutputValues(copy.Args);
        return copy;
    }

    public static RegisterResourceHookRequest Of(RegisterResourceHookRequest request)
    {
        var copy = request.Clone();
        Anonymize(copy.Callback);
        return copy;
    }

    private static void Anonymize(Callback? callback)
    {
        if (callback is null) return;
        callback.Target = "<address>";
        callback.Token = "<token>";
    }

    private static void Sort(RepeatedField<string> set)
    {
        var sorted = set.Order(StringComparer.Ordinal).ToList();
        set.Clear();
        set.Add(sorted);
    }

    private static void SortOutputValues(Struct? given)
    {
        foreach (var value in given?.Fields.Values ?? []) SortOutputValues(value);
    }

    private static void SortOutputValues(Value given)
    {
        if (given.KindCase == Value.KindOneofCase.ListValue)
        {
            foreach (var element in given.ListValue.Values) SortOutputValues(element);
        }
        if (given.KindCase != Value.KindOneofCase.StructValue) return;

        SortOutputValues(given.StructValue);
        var fields = given.StructValue.Fields;
        if (!fields.TryGetValue(SpecialValues.SignatureKey, out var signature) || signature.StringValue != SpecialValues.OutputValue) return;
        if (!fields.TryGetValue("dependencies", out var dependencies)) return;
        fields["dependencies"] = Value.ForList(
            [.. dependencies.ListValue.Values.OrderBy(dependency => dependency.StringValue, StringComparer.Ordinal)]);
    }
}
