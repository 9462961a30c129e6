using Infra.Review.Model;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Outputs of functions, of images, and of tables whose changes they read.</summary>
public static class CodeOutputs
{
    /// <summary>Null if the property is none of these.</summary>
    public static PropertyValue? Of(Subject subject, string property) => subject.Type switch
    {
        "aws:lambda/function:Function" => OfFunction(subject, property),
        "aws:ecr/repository:Repository" => property switch
        {
            "registryId" => Text(subject.Place.Account),
            "repositoryUrl" => Text($"{subject.Place.Account}.dkr.ecr.{subject.Place.Region}.{subject.Place.DnsSuffix}/{subject.PhysicalName}"),
            _ => null,
        },
        "aws:dynamodb/table:Table" => OfStream(subject, property),
        _ => null,
    };

    // The paths by which API Gateway calls a function (API Gateway developer guide, Lambda integrations, 2026-11).
    private static PropertyValue.Text? OfFunction(Subject subject, string property)
    {
        var arn = AwsArns.Of(subject);
        var version = subject.Flag("publish") ? "1" : "$LATEST";
        return property switch
        {
            "version" => Text(version),
            "qualifiedArn" => Text($"{arn}:{version}"),
            "invokeArn" => Text(Invoked(subject, arn)),
            "qualifiedInvokeArn" => Text(Invoked(subject, $"{arn}:{version}")),
            "responseStreamingInvokeArn" =>
                Text($"{Gateway(subject)}/2021-11-15/functions/{arn}/response-streaming-invocations"),
            _ => null,
        };
    }

    private static string Invoked(Subject subject, string arn) => $"{Gateway(subject)}/2015-03-31/functions/{arn}/invocations";

    private static string Gateway(Subject subject) => $"arn:{subject.Place.Partition}:apigateway:{subject.Place.Region}:lambda:path";

    // A stream is called after the moment at which it was turned on.
    private static PropertyValue? OfStream(Subject subject, string property)
    {
        const string label = "2026-01-01T00:00:00.000";
        return property switch
        {
            "streamLabel" or "streamArn" when subject.IsUnknown("streamEnabled") => PropertyValue.Unknown.Value,
            "streamLabel" => Text(subject.Flag("streamEnabled") ? label : ""),
            "streamArn" => Text(subject.Flag("streamEnabled") ? $"{AwsArns.Of(subject)}/stream/{label}" : ""),
            _ => null,
        };
    }

    private static PropertyValue.Text Text(string text) => new(text);
}
