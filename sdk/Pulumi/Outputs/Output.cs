using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi;

/// <summary>Makes outputs from values, tasks and other outputs.</summary>
public static class Output
{
    public static Output<T> Create<T>(T value) => new(new OutputData<T>(value));

    public static Output<T> Create<T>(Task<T> value) => FromTask(value, isSecret: false);

    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value) => FromTask(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecretness(value, isSecret: true);

    public static Output<T> Unsecret<T>(Output<T> output) => WithSecretness(output, isSecret: false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).IsSecret;
    }

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) =>
        OutputTuple.JoinAll([.. inputs.Select(input => input.ToOutput())]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        OutputTuple.JoinAll([.. inputs.Select(input => input.ToOutput())]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => OutputTuple.JoinAll([.. outputs]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => OutputTuple.JoinAll([.. outputs]);

    /// <summary>Text whose holes may be values, inputs or outputs; formats apply to the values, culture-independent.</summary>
    public static Output<string> Format(FormattableString formattableString) => OutputFormat.Format(formattableString);

    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null) =>
        OutputJson.Serialize(value, options);

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        OutputJson.Deserialize<T>(json, options);

    // With explicit type arguments inputs and outputs may be mixed; without the priority neither list of overloads would be the better one.
    [OverloadResolutionPriority(1)]
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        OutputTuple.Join(item1.ToOutput(), item2.ToOutput());

    [OverloadResolutionPriority(1)]
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        OutputTuple.Join(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    [OverloadResolutionPriority(1)]
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        OutputTuple.Join(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    [OverloadResolutionPriority(1)]
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5) =>
        OutputTuple.Join(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    [OverloadResolutionPriority(1)]
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6) =>
        OutputTuple.Join(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    [OverloadResolutionPriority(1)]
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        OutputTuple.Join(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    [OverloadResolutionPriority(1)]
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) =>
        OutputTuple.Join(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        OutputTuple.Join(item1, item2);

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        OutputTuple.Join(item1, item2, item3);

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        OutputTuple.Join(item1, item2, item3, item4);

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5) =>
        OutputTuple.Join(item1, item2, item3, item4, item5);

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6) =>
        OutputTuple.Join(item1, item2, item3, item4, item5, item6);

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        OutputTuple.Join(item1, item2, item3, item4, item5, item6, item7);

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8) =>
        OutputTuple.Join(item1, item2, item3, item4, item5, item6, item7, item8);

    private static Output<T> FromTask<T>(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);

        async Task<OutputData<T>> GetAsync() => new(await value.ConfigureAwait(false), isSecret: isSecret);
        return new(GetAsync());
    }

    private static Output<T> WithSecretness<T>(Output<T> output, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(output);

        async Task<OutputData<T>> GetAsync()
        {
            var data = await output.DataTask.ConfigureAwait(false);
            return new(data.Value, data.IsKnown, isSecret, data.Dependencies);
        }

        return new(GetAsync());
    }
}
