using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Joins outputs: unknown if one is, secret if one is, with the dependencies of all.</summary>
internal static class OutputTuple
{
    public static Output<ImmutableArray<T>> JoinAll<T>(ImmutableArray<Output<T>> outputs)
    {
        async Task<OutputData<ImmutableArray<T>>> GetAsync()
        {
            var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
            var facts = new OutputFacts();
            foreach (var output in outputs)
            {
                var data = await output.DataTask.ConfigureAwait(false);
                facts.Add(data);
                values.Add(data.Value);
            }

            return facts.With(values.MoveToImmutable());
        }

        return new(GetAsync());
    }

    public static Output<(T1, T2)> Join<T1, T2>(
        Output<T1> item1, Output<T2> item2)
    {
        async Task<OutputData<(T1, T2)>> GetAsync()
        {
            var d1 = await item1.DataTask.ConfigureAwait(false);
            var d2 = await item2.DataTask.ConfigureAwait(false);
            return Facts(d1, d2).With((d1.Value, d2.Value));
        }

        return new(GetAsync());
    }

    public static Output<(T1, T2, T3)> Join<T1, T2, T3>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        async Task<OutputData<(T1, T2, T3)>> GetAsync()
        {
            var d1 = await item1.DataTask.ConfigureAwait(false);
            var d2 = await item2.DataTask.ConfigureAwait(false);
            var d3 = await item3.DataTask.ConfigureAwait(false);
            return Facts(d1, d2, d3).With((d1.Value, d2.Value, d3.Value));
        }

        return new(GetAsync());
    }

    public static Output<(T1, T2, T3, T4)> Join<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        async Task<OutputData<(T1, T2, T3, T4)>> GetAsync()
        {
            var d1 = await item1.DataTask.ConfigureAwait(false);
            var d2 = await item2.DataTask.ConfigureAwait(false);
            var d3 = await item3.DataTask.ConfigureAwait(false);
            var d4 = await item4.DataTask.ConfigureAwait(false);
            return Facts(d1, d2, d3, d4).With((d1.Value, d2.Value, d3.Value, d4.Value));
        }

        return new(GetAsync());
    }

    public static Output<(T1, T2, T3, T4, T5)> Join<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
    {
        async Task<OutputData<(T1, T2, T3, T4, T5)>> GetAsync()
        {
            var d1 = await item1.DataTask.ConfigureAwait(false);
            var d2 = await item2.DataTask.ConfigureAwait(false);
            var d3 = await item3.DataTask.ConfigureAwait(false);
            var d4 = await item4.DataTask.ConfigureAwait(false);
            var d5 = await item5.DataTask.ConfigureAwait(false);
            return Facts(d1, d2, d3, d4, d5).With((d1.Value, d2.Value, d3.Value, d4.Value, d5.Value));
        }

        return new(GetAsync());
    }

    public static Output<(T1, T2, T3, T4, T5, T6)> Join<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
    {
        async Task<OutputData<(T1, T2, T3, T4, T5, T6)>> GetAsync()
        {
            var d1 = await item1.DataTask.ConfigureAwait(false);
            var d2 = await item2.DataTask.ConfigureAwait(false);
            var d3 = await item3.DataTask.ConfigureAwait(false);
            var d4 = await item4.DataTask.ConfigureAwait(false);
            var d5 = await item5.DataTask.ConfigureAwait(false);
            var d6 = await item6.DataTask.ConfigureAwait(false);
            return Facts(d1, d2, d3, d4, d5, d6).With((d1.Value, d2.Value, d3.Value, d4.Value, d5.Value, d6.Value));
        }

        return new(GetAsync());
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Join<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> GetAsync()
        {
            var d1 = await item1.DataTask.ConfigureAwait(false);
            var d2 = await item2.DataTask.ConfigureAwait(false);
            var d3 = await item3.DataTask.ConfigureAwait(false);
            var d4 = await item4.DataTask.ConfigureAwait(false);
            var d5 = await item5.DataTask.ConfigureAwait(false);
            var d6 = await item6.DataTask.ConfigureAwait(false);
            var d7 = await item7.DataTask.ConfigureAwait(false);
            return Facts(d1, d2, d3, d4, d5, d6, d7).With((d1.Value, d2.Value, d3.Value, d4.Value, d5.Value, d6.Value, d7.Value));
        }

        return new(GetAsync());
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Join<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> GetAsync()
        {
            var d1 = await item1.DataTask.ConfigureAwait(false);
            var d2 = await item2.DataTask.ConfigureAwait(false);
            var d3 = await item3.DataTask.ConfigureAwait(false);
            var d4 = await item4.DataTask.ConfigureAwait(false);
            var d5 = await item5.DataTask.ConfigureAwait(false);
            var d6 = await item6.DataTask.ConfigureAwait(false);
            var d7 = await item7.DataTask.ConfigureAwait(false);
            var d8 = await item8.DataTask.ConfigureAwait(false);
            return Facts(d1, d2, d3, d4, d5, d6, d7, d8).With((d1.Value, d2.Value, d3.Value, d4.Value, d5.Value, d6.Value, d7.Value, d8.Value));
        }

        return new(GetAsync());
    }

    private static OutputFacts Facts(params ReadOnlySpan<OutputData> parts)
    {
        var facts = new OutputFacts();
        foreach (var part in parts) facts.Add(part);
        return facts;
    }
}
