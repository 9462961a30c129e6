using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Outputs of functions, of images, and of tables whose changes they read.</summary>
public static class CodeOutputs
{
    /// <summary>Null if the property is none of these.</summary>
    public static PropertyValue? Find(Subject subject, string property) => subject.Type switch
    {
        "aws:lambda/function:Function" => OfFunction(subject, property),
        "aws:ecr/repository:Repository" => property switch
        {
            "registryId" => Of(subject.Place.Account),
            "repositoryUrl" => Of($"{subject.Place.Account}.dkr.ecr.{subject.Place.Region}.{subject.Place.DnsSuffix}/{subject.PhysicalName}"),
            _ => null,
        },
        "aws:dynamodb/table:Table" => OfStream(subject, property),
        _ => null,
    };

    // The paths by which API Gateway calls a function (API Gateway developer guide, Lambda integrations, 2026-11).
    private static PropertyValue? OfFunction(Subject subject, string property)
    {
        var arn = AwsArns.Of(subject);
        var version = subject.Flag("publish") ? "1" : "$LATEST";
        return property switch
        {
            "version" => Of(version),
            "qualifiedArn" => Of($"{arn}:{version}"),
            "invokeArn" => Of(Invoked(subject, arn)),
            "qualifiedInvokeArn" => Of(Invoked(subject, $"{arn}:{version}")),
            "responseStreamingInvokeArn" =>
                Of($"{Gateway(subject)}/2021-11-15/functions/{arn}/response-streaming-invocations"),
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
            "streamLabel" => Of(subject.Flag("streamEnabled") ? label : ""),
            "streamArn" => Of(subject.Flag("streamEnabled") ? $"{AwsArns.Of(subject)}/stream/{label}" : ""),
            _ => null,
        };
    }
}
