using System.Net;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;

namespace Infra.Tests.Rpc;

/// <summary>What a careless or hostile client may send, byte for byte.</summary>
public sealed class BadRequestTests
{
    private static readonly byte[] Empty = [0, 0, 0, 0, 0];

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpc+json")]
    [InlineData(null)]
    public async Task A_request_of_another_content_type_is_refused_by_http(string? contentType)
    {
        using var answer = await SendAsync(Empty, contentType);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("application/grpc")]
    [InlineData("application/grpc+proto")]
    [InlineData("Application/gRPC;charset=utf-8")]
    public async Task A_grpc_request_is_answered_whatever_its_spelling(string contentType)
    {
        using var answer = await SendAsync(Empty, contentType);

        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe([0, 0, 0, 0, 2, 8, 1]);
        StatusOf(answer).ShouldBe("0");
    }

    [Fact]
    public async Task Only_post_is_a_call()
    {
        using var answer = await SendAsync([], "application/grpc", method: HttpMethod.Get);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_method_that_is_not_served_is_named()
    {
        using var answer = await SendAsync(Empty, path: "/pulumirpc.ResourceMonitor/Unheard");

        (await TextOf(answer)).ShouldBe(("12", "Method /pulumirpc.ResourceMonitor/Unheard is not served here."));
    }

    [Fact]
    public async Task A_compressed_message_is_refused_in_clear_text()
    {
        using var answer = await SendAsync([1, 0, 0, 0, 2, 8, 1]);

        (await TextOf(answer)).ShouldBe(("12", "The message is compressed, which is not supported here; send it uncompressed (grpc-encoding: identity)."));
    }

    [Fact]
    public async Task A_compressed_call_is_told_what_is_accepted()
    {
        using var answer = await SendAsync(Empty, header: ("grpc-encoding", "gzip"));

        (await TextOf(answer)).ShouldBe(("12", "grpc-encoding is 'gzip', which is not supported here; allowed is identity."));
        answer.Headers.GetValues("grpc-accept-encoding").ShouldBe(["identity"]);
    }

    [Fact]
    public async Task The_encoding_identity_is_none()
    {
        using var answer = await SendAsync(Empty, header: ("grpc-encoding", "identity"));

        (await TextOf(answer)).ShouldBe(("0", ""));
    }

    [Theory]
    [InlineData(new byte[] { }, "12", "There is no message; a unary call takes exactly one message.")]
    [InlineData(new byte[] { 0, 0, 0 }, "13", "The message is cut off after 3 of the 5 bytes of its prefix.")]
    [InlineData(new byte[] { 0, 0, 0, 0, 9, 8, 1 }, "13", "The message is cut off after 2 of 9 bytes.")]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "12", "More bytes follow the message of 0 bytes; a unary call takes exactly one message.")]
    [InlineData(new byte[] { 7, 0, 0, 0, 0 }, "13", "The message begins with the flag byte 7; allowed are 0 (uncompressed) and 1 (compressed).")]
    [InlineData(new byte[] { 0, 0xff, 0xff, 0xff, 0xff }, "8", "The message has 4294967295 bytes; allowed are at most 419430400.")]
    public async Task A_body_that_is_not_one_message_is_refused(byte[] body, string status, string message)
    {
        using var answer = await SendAsync(body);

        (await TextOf(answer)).ShouldBe((status, message));
    }

    [Fact]
    public async Task Bytes_that_are_not_protobuf_are_refused_with_the_type_they_should_be()
    {
        using var answer = await SendAsync([0, 0, 0, 0, 3, 10, 200, 1]);

        var (status, message) = await TextOf(answer);
        status.ShouldBe("13");
        message.ShouldStartWith("The bytes are not a message of type SupportsFeatureRequest: ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("10")]
    [InlineData("-1S")]
    [InlineData("1s")]
    [InlineData("123456789S")]
    public async Task A_malformed_timeout_is_refused(string timeout)
    {
        using var answer = await SendAsync(Empty, header: ("grpc-timeout", timeout));

        var (status, message) = await TextOf(answer);
        status.ShouldBe(timeout.Length == 0 ? "0" : "3");
        if (timeout.Length > 0) message.ShouldStartWith($"grpc-timeout is '{timeout}'; allowed are");
    }

    [Theory]
    [InlineData("1n")]
    [InlineData("1u")]
    [InlineData("20m")]
    public async Task A_server_ends_a_call_by_itself_when_its_timeout_passes(string timeout)
    {
        using var answer = await SendAsync([0, 0, 0, 0, 6, 10, 4, .. "wait"u8], header: ("grpc-timeout", timeout));

        (await TextOf(answer)).ShouldBe(("4", $"/pulumirpc.ResourceMonitor/SupportsFeature took longer than the caller's deadline ({timeout})."));
    }

    [Theory]
    [InlineData("99999999H")]
    [InlineData("99999999M")]
    [InlineData("60S")]
    public async Task A_long_timeout_leaves_the_call_alone(string timeout)
    {
        using var answer = await SendAsync(Empty, header: ("grpc-timeout", timeout));

        (await TextOf(answer)).ShouldBe(("0", ""));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        byte[] body, string? contentType = "application/grpc", string path = "/pulumirpc.ResourceMonitor/SupportsFeature",
        (string Name, string Value)? header = null, HttpMethod? method = null)
    {
        // The handler does not heed its token: the server must end the call without its help.
        await using var pair = await LoopbackPair.ServingAsync(ResourceMonitor.SupportsFeature, async (request, _) =>
        {
            if (request.Id == "wait") await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
            return new SupportsFeatureResponse { HasSupport = true };
        });
        using var client = new HttpClient();
        using var message = new HttpRequestMessage(method ?? HttpMethod.Post, $"http://{pair.Server.Address}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        if (contentType is not null) message.Content.Headers.TryAddWithoutValidation("content-type", contentType);
        if (header is { } given) message.Headers.TryAddWithoutValidation(given.Name, given.Value);
        return await client.SendAsync(message);
    }

    private static async Task<(string Status, string Message)> TextOf(HttpResponseMessage answer)
    {
        await answer.Content.ReadAsByteArrayAsync();
        var message = answer.TrailingHeaders.TryGetValues("grpc-message", out var values) ? values.Single() : "";
        return (StatusOf(answer), message);
    }

    private static string StatusOf(HttpResponseMessage answer) => answer.TrailingHeaders.GetValues("grpc-status").Single();
}
