using Infra.Review.Engine.Registration;
using Infra.Review.Engine.Values;
using Infra.Review.Model;
using Infra.Rpc.Messages;

namespace Infra.Review.Engine.Functions;

/// <summary>Answers provider functions: from the repository's own answers first, then from what is built in.</summary>
public sealed class FunctionCalls(
    ResourceRegistry registry,
    Providers providers,
    Regions regions,
    Transforms transforms,
    RecordedAnswers answers,
    Refusals refusals,
    DiagnosticLog log)
{
    private const int Longest = 300;
    private const string GetResource = "pulumi:pulumi:getResource";

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest sent, CancellationToken cancellationToken)
    {
        var request = await transforms.ApplyAsync(sent, cancellationToken);
        var arguments = WireReader.Read(request.Args);
        var writer = new WireWriter(keepSecrets: true, request.AcceptResources);
        if (request.Tok == GetResource) return new ResourceInvokeResponse { Return = writer.Write(ReadBack(arguments)) };
        if (answers.Find(request.Tok, arguments) is { } recorded) return new ResourceInvokeResponse { Return = writer.Write(recorded) };

        var providerUrn = providers.ExplicitUrn(request.Provider, request.Tok, request.Parent.Length > 0 ? request.Parent : null);
        var call = new FunctionCall(request.Tok, arguments, regions, providerUrn, log);
        try
        {
            if (BuiltInFunctions.Answer(call) is { } known) return new ResourceInvokeResponse { Return = writer.Write(known) };
        }
        catch (FunctionException failure)
        {
            return new ResourceInvokeResponse { Failures = { new CheckFailure { Property = failure.Property ?? "", Reason = failure.Message } } };
        }
        throw refusals.Refuse(Unanswered("provider function", request.Tok, arguments));
    }

    /// <summary>A method of a resource: only the repository can know its answer.</summary>
    public CallResponse Call(ResourceCallRequest request)
    {
        var arguments = WireReader.Read(request.Args);
        return answers.Find(request.Tok, arguments) is { } recorded
            ? new CallResponse { Return = WireWriter.Full.Write(recorded) }
            : throw refusals.Refuse(Unanswered("resource method", request.Tok, arguments));
    }

    private PropertyDictionary ReadBack(PropertyDictionary arguments)
    {
        var urn = arguments.TryGetValue("urn", out var value) ? value.ToString() : "";
        if (!registry.TryGet(urn, out var resource)) throw refusals.Refuse($"unknown resource '{urn}'");
        return PropertyDictionary.Of(
        [
            new("urn", new PropertyValue.Text(urn)),
            new("id", resource.Id ?? new PropertyValue.Text("")),
            new("state", new PropertyValue.Map(resource.Outputs)),
        ]);
    }

    // An argument may be a whole file. One is shown as a whole or not at all: half a secret nobody would know for one.
    private static PropertyDictionary Shortened(PropertyDictionary arguments) =>
        PropertyDictionary.Of(arguments.Select(entry => $"{entry.Value}".Length is > Longest and var length
            ? new(entry.Key, new PropertyValue.Text(FormattableString.Invariant($"<{length} characters>")))
            : entry));

    private static string Unanswered(string what, string token, PropertyDictionary arguments) =>
        $"""
        The {what} {token} was called with {Shortened(arguments)}, and nothing here knows its answer offline. Supply one in {RecordedAnswers.FileName} beside Pulumi.yaml:
            functions:
              - token: {token}
                args: <optional: what the arguments must hold for this answer>
                result: <what the real function returns>
        """;
}
