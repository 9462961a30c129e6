using System.Globalization;

namespace Pulumi;

internal static class OutputFormat
{
    public static Output<string> Format(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);

        async Task<OutputData<string>> GetAsync()
        {
            var facts = new OutputFacts();
            var arguments = text.GetArguments();
            var values = new object?[arguments.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                var value = arguments[i];
                if (value is IInput input) value = input.AsOutput();
                if (value is IOutput output)
                {
                    var data = await output.GetDataAsync().ConfigureAwait(false);
                    facts.Add(data);
                    value = data.BoxedValue;
                }

                values[i] = value;
            }

            return facts.With(facts.IsKnown ? string.Format(CultureInfo.InvariantCulture, text.Format, values) : "");
        }

        return new(GetAsync());
    }
}
