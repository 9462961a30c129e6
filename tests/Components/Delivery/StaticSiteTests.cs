using System.Text.Json;
using Infra.Components.Delivery;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Delivery;

public sealed class StaticSiteTests : IDisposable
{
    private const string Object = "aws:s3/bucketObjectv2:BucketObjectv2";
    private const string Function = "aws:cloudfront/function:Function";

    private readonly string _root = Directory.CreateTempSubdirectory("site-").FullName;

    public StaticSiteTests()
    {
        Write("index.html", "<h1>Shop</h1>");
        Write("de/index.html", "<h1>Laden</h1>");
        Write("assets/app.3f2a9c1d.css", "body {}");
    }

    [Fact]
    public async Task Files_are_uploaded_under_their_release_or_under_their_own_hash()
    {
        var plan = await PlanOf();

        var release = plan.One("infra:delivery:StaticSite").Outputs["release"];
        plan.Some(Object).Select(file => (file.Name, file.Text("key"))).ShouldBe(
        [
            ("site-eu-central-1-assets/app.3f2a9c1d.css", "assets/app.3f2a9c1d.css"),
            ("site-eu-central-1-de/index.html", $"{release}/de/index.html"),
            ("site-eu-central-1-index.html", $"{release}/index.html"),
        ]);
    }

    [Fact]
    public async Task Browsers_keep_what_never_changes_and_ask_again_for_the_rest()
    {
        var plan = await PlanOf();

        var asset = plan.One(Object, "site-eu-central-1-assets/app.3f2a9c1d.css");
        (asset.Text("cacheControl"), asset.Text("contentType")).ShouldBe(("public, max-age=31536000, immutable", "text/css; charset=utf-8"));
        var page = plan.One(Object, "site-eu-central-1-index.html");
        (page.Text("cacheControl"), page.Text("contentType")).ShouldBe(("public, max-age=0, s-maxage=31536000, must-revalidate", "text/html; charset=utf-8"));
    }

    [Fact]
    public async Task A_date_is_no_hash()
    {
        Write("report-20261121.pdf", "%PDF");
        var report = (await PlanOf()).One(Object, "site-eu-central-1-report-20261121.pdf");

        report.Text("key").ShouldEndWith("/report-20261121.pdf");
        report.Text("cacheControl").ShouldBe("public, max-age=0, s-maxage=31536000, must-revalidate");
    }

    [Fact]
    public async Task Changed_content_is_a_new_release_and_the_same_content_is_the_same_one()
    {
        var (first, again) = (await PlanOf(), await PlanOf());
        Write("index.html", "<h1>Sale</h1>");
        var changed = await PlanOf();

        CodeOf(again).ShouldBe(CodeOf(first));
        CodeOf(changed).ShouldNotBe(CodeOf(first));
        changed.Urns("test").ShouldBe(first.Urns("test"));
    }

    [Fact]
    public async Task A_new_file_changes_no_identity()
    {
        var before = await PlanOf();
        Write("about/index.html", "<h1>About</h1>");

        before.Urns("test").Except((await PlanOf()).Urns("test")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_shows_when_all_its_files_are_there_and_leaves_those_of_the_one_before()
    {
        var plan = await PlanOf();

        plan.One(Function).DependsOn.ShouldBe(plan.Some(Object).Select(file => file.Name));
        plan.Some(Object).ShouldAllBe(file => file.Options.RetainOnDelete == true);
        plan.Some(Object).ShouldAllBe(file => file.DependsOn.Contains("site-eu-central-1-replication"));
    }

    [Fact]
    public async Task The_copy_in_another_region_is_kept_by_s3()
    {
        var plan = await PlanOf();

        var replication = plan.One("aws:s3/bucketReplicationConfig:BucketReplicationConfig");
        (replication.Text("region"), replication.Text("bucket"), replication.Text("rules.0.destination.bucket"), replication.Text("rules.0.status"))
            .ShouldBe(("eu-central-1", "site-eu-central-1", "arn:aws:mock:::site-us-east-1", "Enabled"));
        replication.DependsOn.ShouldBe(["site-eu-central-1", "site-us-east-1", "site-replication"]);
        plan.Some("aws:s3/bucketVersioning:BucketVersioning").ShouldAllBe(versioning => versioning.Text("versioningConfiguration.status") == "Enabled");
        using var policy = JsonDocument.Parse(plan.One("aws:iam/rolePolicy:RolePolicy").Text("policy")!);
        policy.RootElement.GetProperty("Statement").EnumerateArray().Select(statement => statement.GetProperty("Resource")[0].GetString())
            .ShouldBe(["arn:aws:mock:::site-eu-central-1", "arn:aws:mock:::site-eu-central-1/*", "arn:aws:mock:::site-us-east-1/*"]);
    }

    [Fact]
    public async Task Its_buckets_are_closed_and_encrypted_and_forget_old_versions()
    {
        var plan = await PlanOf();

        plan.Some("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").Count.ShouldBe(2);
        plan.Some("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").Count.ShouldBe(2);
        plan.Some("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")
            .ShouldAllBe(rules => rules.Number("rules.0.noncurrentVersionExpiration.noncurrentDays") == 30);
        plan.Some("aws:s3/bucket:Bucket").ShouldAllBe(bucket => bucket.Options.Protect == true);
    }

    [Fact]
    public async Task Its_pages_fail_over_to_the_copy_and_pass_through_the_function()
    {
        StaticSite? site = null;
        await Plan.Of(() => site = Make());

        var origin = site!.Pages.Origin.ShouldBeOfType<FailoverOrigin>();
        (origin.Primary.Key, origin.Secondary.Key).ShouldBe(("site-eu-central-1", "site-us-east-1"));
        site.Pages.Methods.ShouldBe(RequestMethods.Read);
        site.Pages.RequestFunctionArn.ShouldNotBeNull();
    }

    [NodeFact]
    public async Task The_function_finds_files_as_node_runs_it()
    {
        var code = CodeOf(await PlanOf());
        string[] asked = ["/", "/de/", "/de", "/robots.txt", "/assets/app.3f2a9c1d.css", "/a.b/c", "/report-20261121.pdf", "/vase.deadbeef.jpg"];
        var script = Path.Combine(_root, "run.js");
        File.WriteAllText(script,
            $"{code}\nconsole.log(JSON.stringify({JsonSerializer.Serialize(asked)}.map(uri => handler({{ request: {{ uri }} }}).uri)));\n");

        var found = JsonSerializer.Deserialize<List<string>>(await Node(script))!.Select(uri => uri.Replace(Release(), "release", StringComparison.Ordinal));

        found.ShouldBe(
        [
            "/release/index.html", "/release/de/index.html", "/release/de/index.html", "/release/robots.txt", "/assets/app.3f2a9c1d.css",
            "/release/a.b/c/index.html", "/release/report-20261121.pdf", "/release/vase.deadbeef.jpg",
        ]);
    }

    [Fact]
    public async Task Every_problem_of_a_site_is_told_at_once()
    {
        File.Delete(Path.Combine(_root, "site", "index.html"));
        Write(".env", "SECRET=1");
        Write("tool.exe", "MZ");
        Write("a b.html", "<p>");

        (await Plan.ErrorOf(() => _ = new StaticSite("Site", Args() with { ReplicaRegion = "eu-central-1", PrimaryRegion = "eu-central-1" }))).ShouldBe(
            """
            StaticSite 'Site' cannot be built:
              - Its name may hold lower-case words joined by hyphens, 30 characters at most.
              - Both buckets would stand in eu-central-1; the copy belongs into another region.
              - The folder 'site' holds no index.html.
              - The file '.env' cannot be published; expected are letters, digits, dots, hyphens and underscores, and no hidden files but .well-known.
              - The file 'a b.html' cannot be published; expected are letters, digits, dots, hyphens and underscores, and no hidden files but .well-known.
              - The file 'tool.exe' is of a kind that is not published; allowed are .avif, .css, .gif, .html, .ico, .jpeg, .jpg, .js, .json, .mjs, .mp4, .pdf, .png, .svg, .txt, .webmanifest, .webp, .woff2, .xml.
            """);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told() =>
        (await Plan.ErrorOf(() => _ = new StaticSite("site", Args() with { Folder = SiteFolder.Read(_root, "nowhere"), PrimaryRegion = "here" }))).ShouldBe(
            """
            StaticSite 'site' cannot be built:
              - 'here' is no region; expected is a name such as eu-central-1.
              - The folder 'nowhere' holds no file; expected are the pages of a site, made in advance.
            """);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string path, string content)
    {
        var file = Path.Combine(_root, "site", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private string Release() => SiteFolder.Read(_root, "site").Release;

    private Task<Plan> PlanOf() => Plan.Of(() => Make());

    private StaticSite Make() => new("site", Args());

    private StaticSiteArgs Args() => new()
    {
        Naming = Places.Naming,
        Location = Places.Frankfurt,
        PrimaryRegion = "eu-central-1",
        ReplicaRegion = "us-east-1",
        Folder = SiteFolder.Read(_root, "site"),
        DeletionProtection = true,
    };

    private static string CodeOf(Plan plan) => plan.One(Function).Text("code")!;

    private static async Task<string> Node(string script)
    {
        using var process = NodePackage.Start(Path.GetDirectoryName(script)!, [script]);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
