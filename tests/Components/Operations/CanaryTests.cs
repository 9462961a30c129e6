using System.Net;
using Infra.Components.Operations;
using Infra.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Infra.Tests.Components.Operations;

public sealed class CanaryTests
{
    private static readonly CanaryArgs Args = new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        Visits = [new("front door", "https://api.shop.example/health")],
        DeletionProtection = true,
    };

    [Fact]
    public async Task A_canary_runs_the_uploaded_script_and_can_write_its_results_and_nothing_else()
    {
        var plan = await Plan.Of(() => _ = new Canary("visitor", Args));

        var canary = plan.One("aws:synthetics/canary:Canary");
        (canary.Text("handler"), canary.Text("schedule.expression"), canary.Flag("startCanary"), canary.Flag("deleteLambda"))
            .ShouldBe(("visits.handler", "rate(5 minutes)", true, true));
        canary.Text("s3Key").ShouldBe(plan.One("aws:s3/bucketObject:BucketObject").Text("key"));
        canary.Text("artifactS3Location").ShouldBe("s3://visitor-results/results");
        var policy = plan.One("aws:iam/rolePolicy:RolePolicy", "visitor").Text("policy").ShouldNotBeNull();
        policy.ShouldContain(
            """
            "Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::visitor-results/results/*"]
            """);
        policy.ShouldContain(
            """
            "Action":["s3:ListAllMyBuckets"],"Resource":["*"]
            """);
    }

    [Fact]
    public async Task Results_expire_and_the_script_does_not()
    {
        var plan = await Plan.Of(() => _ = new Canary("visitor", Args));

        plan.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Text("rules.0.filter.prefix").ShouldBe("results/");
        plan.One("aws:s3/bucketObject:BucketObject").Text("key")!.ShouldStartWith("code/");
    }

    [Fact]
    public void A_changed_script_has_another_key() =>
        CanaryScript.KeyOf(CanaryScript.Of(Args.Visits)).ShouldNotBe(CanaryScript.KeyOf(CanaryScript.Of([Args.Visits[0] with { Status = 204 }])));

    [Fact]
    public async Task Every_problem_of_a_canary_is_told_at_once() =>
        (await Plan.ErrorOf(() => _ = new Canary("visitor", Args with
        {
            EveryMinutes = 0,
            ResultDays = 500,
            Visits =
            [
                new("plain", "http://shop.example") { Status = 99, Milliseconds = 50_000 },
                new("", "https://shop.example") { Milliseconds = 0 }, new("slow", "https://shop.example") { Milliseconds = 20_000 },
            ],
        }))).ShouldBe(
            """
            Canary 'visitor' cannot be built:
              - the visit plain goes to 'http://shop.example'; expected is an address that begins with https://.
              - the visit plain expects the status 99; allowed is 100 to 599.
              - a visit has no name.
              - the visit  may take 0 ms; allowed is 1 to 50000, so that a run ends within its minute.
              - Its visits may take longer than a run, 60 s, together.
              - EveryMinutes is 0; allowed is 1 to 60.
              - ResultDays is 500; allowed is 1 to 455.
            """);

    [Fact]
    public async Task A_canary_that_visits_nothing_is_refused() =>
        (await Plan.ErrorOf(() => _ = new Canary("visitor", Args with { Visits = [] }))).ShouldContain("It visits nothing");

    [NodeFact]
    public async Task The_script_passes_where_every_answer_is_as_it_should_be()
    {
        await using var site = await SiteAsync();

        var (code, output) = await RunAsync(
            new Visit("health", $"{AddressOf(site)}/health") { Contains = "fine" },
            new Visit("gone", $"{AddressOf(site)}/gone") { Status = 404 });

        output.ShouldContain("2 visits went well");
        code.ShouldBe(0);
    }

    [NodeFact]
    public async Task The_script_fails_and_names_every_visit_that_did_not_go_well()
    {
        await using var site = await SiteAsync();

        var (code, output) = await RunAsync(
            new Visit("health", $"{AddressOf(site)}/health"),
            new Visit("text", $"{AddressOf(site)}/health") { Contains = "splendid" },
            new Visit("moved", $"{AddressOf(site)}/moved"),
            new Visit("slow", $"{AddressOf(site)}/slow") { Milliseconds = 200 });

        output.ShouldContain($"text ({AddressOf(site)}/health): the answer does not hold 'splendid'");
        output.ShouldContain($"moved ({AddressOf(site)}/moved): the status is 302, not 200");
        output.ShouldContain($"slow ({AddressOf(site)}/slow): ");
        output.ShouldNotContain($"health ({AddressOf(site)}/health): ");
        code.ShouldBe(1);
    }

    private static async Task<(int Code, string Output)> RunAsync(params IReadOnlyList<Visit> visits)
    {
        var folder = Directory.CreateTempSubdirectory("canary").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "visits.js"), CanaryScript.Of(visits));
        const string run = "require('./visits.js').handler().then(console.log, error => { console.error(error.message); process.exit(1); })";
        using var node = NodePackage.Start(folder, ["-e", run]);
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync() + await errors;
        await node.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return (node.ExitCode, output);
    }

    private static async Task<WebApplication> SiteAsync()
    {
        var site = WebApplication.CreateSlimBuilder().Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet("/health", () => "all is fine");
        site.MapGet("/moved", context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = ((int)HttpStatusCode.Found, "/health");
            return Task.CompletedTask;
        });
        site.MapGet("/slow", context => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted));
        await site.StartAsync();
        return site;
    }

    private static string AddressOf(WebApplication site) =>
        site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
}
