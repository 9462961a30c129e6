using System.Net;
using System.Net.Sockets;
using System.Text;
using Infra.Rpc;
using Infra.Rpc.Messages;
using Infra.Rpc.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Infra.Tests.Rpc;

/// <summary>What a channel makes of servers that do not answer as gRPC says.</summary>
public sealed class BadAnswerTests
{
    [Fact]
    public async Task A_refused_connection_is_unavailable_and_names_the_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = listener.LocalEndpoint.ToString()!;
        listener.Stop();

        var failure = await CallAsync(address);

        failure.Status.ShouldBe(RpcStatus.Unavailable);
        failure.Message.ShouldBe($"No server can be reached at {address}: Connection refused.");
    }

    [Fact]
    public async Task A_server_of_http_1_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerOnceAsync(listener, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

        var failure = await CallAsync(listener.LocalEndpoint.ToString()!);

        failure.Status.ShouldBe(RpcStatus.Unavailable);
        failure.Message.ShouldContain(listener.LocalEndpoint.ToString()!);
        await serving;
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerOnceAsync(listener, "");

        var failure = await CallAsync(listener.LocalEndpoint.ToString()!);

        failure.Status.ShouldBe(RpcStatus.Unavailable);
        await serving;
    }

    [Theory]
    [InlineData(400, RpcStatus.Internal)]
    [InlineData(401, RpcStatus.Unauthenticated)]
    [InlineData(403, RpcStatus.PermissionDenied)]
    [InlineData(404, RpcStatus.Unimplemented)]
    [InlineData(415, RpcStatus.Unknown)]
    [InlineData(503, RpcStatus.Unavailable)]
    public async Task An_http_failure_becomes_the_status_that_grpc_gives_it(int httpStatus, RpcStatus status)
    {
        var failure = await CallAsync(response =>
        {
            response.StatusCode = httpStatus;
            return Task.CompletedTask;
        });

        failure.Status.ShouldBe(status);
        failure.Message.ShouldEndWith($"answered with HTTP status {httpStatus} instead of gRPC.");
    }

    [Fact]
    public async Task An_answer_of_another_content_type_is_named()
    {
        var failure = await CallAsync(response =>
        {
            response.ContentType = "text/html";
            return response.WriteAsync("<p>hello</p>");
        });

        failure.Status.ShouldBe(RpcStatus.Unknown);
        failure.Message.ShouldEndWith("answered with the content type 'text/html'; expected is application/grpc.");
    }

    [Fact]
    public async Task An_answer_without_a_status_is_not_a_success()
    {
        var failure = await CallAsync(response => WriteAsync(response, [0, 0, 0, 0, 0], trailers: []));

        failure.Status.ShouldBe(RpcStatus.Unknown);
        failure.Message.ShouldBe("The server ended the call without grpc-status.");
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("ok")]
    public async Task A_status_that_does_not_exist_is_unknown(string status)
    {
        var failure = await CallAsync(response => WriteAsync(response, [0, 0, 0, 0, 0], ("grpc-status", status)));

        failure.Status.ShouldBe(RpcStatus.Unknown);
        failure.Message.ShouldContain($"'{status}'");
    }

    [Fact]
    public async Task A_success_without_a_message_is_a_failure()
    {
        var failure = await CallAsync(response => WriteAsync(response, [], ("grpc-status", "0")));

        failure.Status.ShouldBe(RpcStatus.Unimplemented);
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 }, RpcStatus.Unimplemented)]
    [InlineData(new byte[] { 0, 0, 0, 0, 5, 1 }, RpcStatus.Internal)]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 255 }, RpcStatus.Internal)]
    [InlineData(new byte[] { 0, 0x19, 0, 0, 1 }, RpcStatus.ResourceExhausted)]
    public async Task An_answer_that_is_not_one_message_is_refused(byte[] body, RpcStatus status)
    {
        var failure = await CallAsync(response => WriteAsync(response, body, ("grpc-status", "0")));

        failure.Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_status_in_the_headers_of_an_answer_without_body_counts()
    {
        var failure = await CallAsync(response =>
        {
            response.ContentType = "application/grpc";
            response.Headers["grpc-status"] = "5";
            response.Headers["grpc-message"] = "caf%C3%A9 %zz %";
            return Task.CompletedTask;
        });

        failure.Status.ShouldBe(RpcStatus.NotFound);
        failure.Message.ShouldBe("café %zz %");
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:x")]
    [InlineData("127.0.0.1:80/path")]
    [InlineData("user@127.0.0.1:80")]
    public void A_malformed_address_is_refused_at_once(string address) =>
        Should.Throw<ArgumentException>(() => new RpcChannel(address)).Message.ShouldContain($"'{address}' is not the address of a gRPC server");

    private static async Task<RpcException> CallAsync(string address)
    {
        using var channel = new RpcChannel(address);
        return await Should.ThrowAsync<RpcException>(
            () => channel.CallAsync(ResourceMonitor.SupportsFeature, new SupportsFeatureRequest { Id = "secrets" }, TimeSpan.FromSeconds(20)));
    }

    private static async Task<RpcException> CallAsync(Func<HttpResponse, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        await using var application = builder.Build();
        application.Run(context => answer(context.Response));
        await application.StartAsync();
        return await CallAsync(new Uri(application.Urls.Single()).Authority);
    }

    private static async Task WriteAsync(HttpResponse response, byte[] body, params (string Name, string Value)[] trailers)
    {
        response.ContentType = "application/grpc";
        await response.Body.WriteAsync(body);
        foreach (var (name, value) in trailers) response.AppendTrailer(name, value);
    }

    private static async Task AnswerOnceAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var buffer = new byte[1024];
        _ = await client.GetStream().ReadAsync(buffer);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}
