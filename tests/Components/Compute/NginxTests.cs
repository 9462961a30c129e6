using System.IO.Compression;
using System.Net;
using Infra.Components;
using Infra.Components.Compute;
using Infra.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Infra.Tests.Components.Compute;

public sealed class NginxTests
{
    private static readonly WebServer Server = new() { Application = new(), TrustedProxies = [Cidr.Parse("127.0.0.1/32")] };

    [ToolFact("nginx")]
    public async Task A_request_reaches_the_application_with_the_address_of_its_client_and_its_answer_returns()
    {
        await using var nginx = await RunningNginx.StartAsync(Server, application => application.Run(context => context.Response.WriteAsync(
            $"{context.Request.Path} {context.Request.Host.Host} "
            + $"{context.Request.Headers["X-Forwarded-For"]} {context.Request.Headers["X-Forwarded-Proto"]}")));

        using var response = await nginx.GetAsync(
            "/orders/7", ("X-Forwarded-For", "198.51.100.9, 203.0.113.5"), ("X-Forwarded-Proto", "https"), ("Host", "shop.example.com"));

        (await response.Content.ReadAsStringAsync()).ShouldBe("/orders/7 shop.example.com 203.0.113.5 https");
    }

    [ToolFact("nginx")]
    public async Task A_client_that_the_server_does_not_trust_cannot_choose_its_address()
    {
        await using var nginx = await RunningNginx.StartAsync(
            Server with { TrustedProxies = [Cidr.Parse("10.0.0.0/8")] },
            application => application.Run(context => context.Response.WriteAsync($"{context.Request.Headers["X-Forwarded-For"]}")));

        (await nginx.Client.GetStringAsync("/")).ShouldBe("127.0.0.1");
        using var response = await nginx.GetAsync("/", ("X-Forwarded-For", "203.0.113.5"));
        (await response.Content.ReadAsStringAsync()).ShouldBe("127.0.0.1");
    }

    // CloudFront and the balancer each add an entry at the end; what stands further left the client wrote itself.
    [ToolFact("nginx")]
    public async Task Behind_a_distribution_the_client_is_whom_the_distribution_names()
    {
        var server = Server with { Clients = ClientPlace.BeforeDistribution };
        await using var nginx = await RunningNginx.StartAsync(server,
            application => application.Run(context => context.Response.WriteAsync($"{context.Request.Headers["X-Forwarded-For"]}")));

        async Task<string> ClientOf(string forwardedFor)
        {
            using var response = await nginx.GetAsync("/", ("X-Forwarded-For", forwardedFor));
            return await response.Content.ReadAsStringAsync();
        }

        (await ClientOf("203.0.113.5, 130.176.0.9")).ShouldBe("203.0.113.5");
        (await ClientOf("198.51.100.9, 203.0.113.6, 130.176.0.9")).ShouldBe("203.0.113.6");
        (await ClientOf("198.51.100.9,10.0.0.1, 203.0.113.7, 130.176.0.9")).ShouldBe("203.0.113.7");
        (await ClientOf("2001:db8::7, 130.176.0.9")).ShouldBe("2001:db8::7");
        (await ClientOf("130.176.0.9")).ShouldBe("130.176.0.9");
        await nginx.AccessLogAsync("\"client\":\"203.0.113.7\"");
    }

    [ToolFact("nginx")]
    public async Task Behind_a_distribution_limits_count_viewers_and_whoever_is_no_balancer_chooses_no_address()
    {
        var server = Server with { Clients = ClientPlace.BeforeDistribution, Limits = new() { RequestsPerSecond = 1, Burst = 1 } };
        await using var nginx = await RunningNginx.StartAsync(server, application => application.Run(context => context.Response.WriteAsync("served")));
        await using var elsewhere = await RunningNginx.StartAsync(
            server with { TrustedProxies = [Cidr.Parse("10.0.0.0/8")] },
            application => application.Run(context => context.Response.WriteAsync($"{context.Request.Headers["X-Forwarded-For"]}")));

        var codes = new List<HttpStatusCode>();
        for (var viewer = 1; viewer <= 8; viewer++)
            codes.Add((await nginx.GetAsync("/", ("X-Forwarded-For", $"203.0.113.{viewer}, 130.176.0.9"))).StatusCode);
        var same = new List<HttpStatusCode>();
        for (var request = 1; request <= 5; request++)
            same.Add((await nginx.GetAsync("/", ("X-Forwarded-For", $"198.51.100.{request}, 203.0.113.1, 130.176.0.{request}"))).StatusCode);

        codes.ShouldAllBe(code => code == HttpStatusCode.OK);
        same.ShouldContain(HttpStatusCode.TooManyRequests);
        using var response = await elsewhere.GetAsync("/", ("X-Forwarded-For", "203.0.113.5, 130.176.0.9"));
        (await response.Content.ReadAsStringAsync()).ShouldBe("127.0.0.1");
    }

    [ToolFact("nginx")]
    public async Task Servers_that_only_servers_ask_count_nobody()
    {
        var server = Server with { Limits = new() { CountsClients = false, RequestsPerSecond = 1, Burst = 1, Connections = 1 } };
        await using var nginx = await RunningNginx.StartAsync(server, application => application.Run(context => context.Response.WriteAsync("served")));

        var codes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await nginx.GetAsync("/", ("X-Forwarded-For", "203.0.113.5"))).StatusCode));

        codes.ShouldAllBe(code => code == HttpStatusCode.OK);
    }

    [ToolFact("nginx")]
    public async Task Long_texts_are_compressed_for_those_who_can_read_that_and_short_ones_are_not()
    {
        var text = string.Concat(Enumerable.Repeat("{\"order\":7}", 500));
        await using var nginx = await RunningNginx.StartAsync(Server, application => application.Run(context =>
        {
            var answer = context.Request.Path == "/long" ? text : "{}";
            (context.Response.ContentType, context.Response.ContentLength) = ("application/json", answer.Length);
            return context.Response.WriteAsync(answer);
        }));

        using var compressed = await nginx.GetAsync("/long", ("Accept-Encoding", "gzip"));
        compressed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        compressed.Headers.Vary.ShouldContain("Accept-Encoding");
        var bytes = await compressed.Content.ReadAsByteArrayAsync();
        bytes.Length.ShouldBeLessThan(text.Length / 10);
        using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        (await reader.ReadToEndAsync()).ShouldBe(text);

        using var plain = await nginx.GetAsync("/long");
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        using var small = await nginx.GetAsync("/short", ("Accept-Encoding", "gzip"));
        small.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [ToolFact("nginx")]
    public async Task Nobody_is_told_which_version_serves()
    {
        await using var nginx = await RunningNginx.StartAsync(Server, application => application.Run(context =>
        {
            context.Response.Headers["X-Powered-By"] = "framework 1.2.3";
            return context.Response.WriteAsync("served");
        }));

        using var served = await nginx.GetAsync("/");
        served.Headers.Server.ToString().ShouldBe("nginx");
        served.Headers.Contains("X-Powered-By").ShouldBeFalse();
        using var missing = await nginx.GetAsync("/static/none.css");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        missing.Headers.Server.ToString().ShouldBe("nginx");
        (await missing.Content.ReadAsStringAsync()).ShouldNotContain("nginx/");
    }

    [ToolFact("nginx")]
    public async Task Static_files_are_served_without_the_application_and_kept_as_long_as_their_names_allow()
    {
        await using var nginx = await RunningNginx.StartAsync(Server, application => application.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        }));

        using var named = await nginx.GetAsync("/static/site.css", ("Accept-Encoding", "gzip"));
        named.StatusCode.ShouldBe(HttpStatusCode.OK);
        named.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        named.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        named.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        using var hashed = await nginx.GetAsync("/static/app.0a1b2c3d.js");
        hashed.Headers.CacheControl!.ToString().ShouldContain("immutable");
        hashed.Headers.CacheControl.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        hashed.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        using var hidden = await nginx.GetAsync("/static/.secret");
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [ToolFact("nginx")]
    public async Task Answers_are_kept_by_nobody_unless_the_application_says_so()
    {
        await using var nginx = await RunningNginx.StartAsync(Server, application => application.Run(context =>
        {
            if (context.Request.Path == "/news") context.Response.Headers.CacheControl = "public, max-age=60";
            return context.Response.WriteAsync("served");
        }));

        using var silent = await nginx.GetAsync("/account");
        silent.Headers.CacheControl!.ToString().ShouldBe("no-store");
        using var declared = await nginx.GetAsync("/news");
        declared.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
    }

    [ToolFact("nginx")]
    public async Task Who_asks_too_often_is_refused_and_others_are_served()
    {
        var server = Server with { Limits = new() { RequestsPerSecond = 1, Burst = 5 } };
        await using var nginx = await RunningNginx.StartAsync(server, application => application.Run(context => context.Response.WriteAsync("served")));

        var codes = new List<HttpStatusCode>();
        for (var request = 0; request < 10; request++)
            codes.Add((await nginx.GetAsync("/", ("X-Forwarded-For", "203.0.113.5"))).StatusCode);

        codes.Take(6).ShouldAllBe(code => code == HttpStatusCode.OK);
        codes.Count(code => code == HttpStatusCode.TooManyRequests).ShouldBeInRange(3, 4);
        (await nginx.GetAsync("/", ("X-Forwarded-For", "203.0.113.6"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await nginx.GetAsync("/health", ("X-Forwarded-For", "203.0.113.5"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [ToolFact("nginx")]
    public async Task Who_asks_too_much_at_the_same_time_is_refused()
    {
        var arrived = new SemaphoreSlim(0);
        var answer = new TaskCompletionSource();
        var server = Server with { Limits = new() { Connections = 3 } };
        await using var nginx = await RunningNginx.StartAsync(server, application => application.Run(async context =>
        {
            arrived.Release();
            await answer.Task;
            await context.Response.WriteAsync("served");
        }));

        var held = Enumerable.Range(0, 3).Select(_ => nginx.GetAsync("/", ("X-Forwarded-For", "203.0.113.5"))).ToList();
        for (var request = 0; request < 3; request++) (await arrived.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();

        (await nginx.GetAsync("/", ("X-Forwarded-For", "203.0.113.5"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.SetResult();
        (await Task.WhenAll(held)).ShouldAllBe(response => response.StatusCode == HttpStatusCode.OK);
    }

    [ToolFact("nginx")]
    public async Task Health_is_the_applications_and_its_checks_are_not_logged()
    {
        var healthy = true;
        await using var nginx = await RunningNginx.StartAsync(Server, application => application.Run(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/health" && !healthy ? 503 : 200;
            return Task.CompletedTask;
        }));

        (await nginx.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
        healthy = false;
        (await nginx.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await nginx.GetAsync("/orders?card=4111")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var log = await nginx.AccessLogAsync("\"path\":\"/orders\"");
        log.ShouldNotContain("card");
        log.ShouldNotContain("/health");
    }

    [ToolFact("nginx")]
    public async Task A_body_that_is_too_large_is_refused_before_the_application_sees_it()
    {
        var seen = false;
        await using var nginx = await RunningNginx.StartAsync(Server with { Limits = new() { BodyMebibytes = 1 } }, application => application.Run(_ =>
        {
            seen = true;
            return Task.CompletedTask;
        }));

        using var response = await nginx.Client.PostAsync("/", new ByteArrayContent(new byte[(1024 * 1024) + 1]));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        seen.ShouldBeFalse();
    }

    [ToolFact("nginx")]
    public async Task An_application_that_does_not_answer_is_given_up_in_time()
    {
        var server = Server with { Timeouts = new() { Application = 1 } };
        await using var nginx = await RunningNginx.StartAsync(server,
            application => application.Run(context => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted)));

        (await nginx.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
    }
}
