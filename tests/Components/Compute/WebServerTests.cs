using Infra.Components;
using Infra.Components.Compute;
using Infra.Tests.Testing;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Components.Compute;

public sealed class WebServerTests
{
    private static readonly WebServer Server = new()
    {
        Application = new() { Environment = new Dictionary<string, string> { ["REGION"] = "eu-central-1", ["CACHE_USER"] = "shop-app" } },
        TrustedProxies = [Cidr.Parse("10.20.0.0/18")],
    };

    [Fact]
    public void The_boot_script_writes_the_files_as_they_are_and_starts_the_server()
    {
        var document = Parse(Server.BootScript.Text);

        var files = ((YamlSequenceNode)document.Children["write_files"]).Children.Cast<YamlMappingNode>()
            .ToDictionary(file => file.Children["path"].ToString(), file => file.Children["content"].ToString());
        files.Keys.ShouldBe(["/etc/nginx/nginx.conf", "/etc/web.env", "/usr/local/sbin/start-web"]);
        files["/etc/nginx/nginx.conf"].ShouldBe(NginxConfiguration.Of(Server));
        files["/etc/web.env"].ShouldBe("CACHE_USER=shop-app\nREGION=eu-central-1\n");
        files["/usr/local/sbin/start-web"].ShouldBe(Server.StartScript);
        document.Children["runcmd"][0][0].ToString().ShouldBe("/usr/local/sbin/start-web");
    }

    [Fact]
    public void The_same_server_boots_from_the_same_bytes()
    {
        var turned = Server with
        {
            Application =
                new() { Environment = new Dictionary<string, string> { ["CACHE_USER"] = "shop-app", ["REGION"] = "eu-central-1" } },
        };

        turned.BootScript.Text.ShouldBe(Server.BootScript.Text);
    }

    [Fact]
    public void The_boot_script_leaves_half_of_its_room_to_others() =>
        Server.BootScript.Text.Length.ShouldBeLessThan(BootScript.MaximumBytes / 2);

    [Fact]
    public void The_configuration_is_reviewed_as_a_whole() => Snapshot.Matches("nginx.conf", NginxConfiguration.Of(Server));

    [ToolFact("cloud-init")]
    public async Task Cloud_init_takes_the_boot_script()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("boot").FullName, "user-data");
        await File.WriteAllTextAsync(file, Server.BootScript.Text);

        (await Tool.RunAsync("cloud-init", "schema", "--config-file", file)).ShouldContain("Valid cloud-config");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [ToolFact("shellcheck")]
    public async Task Shellcheck_finds_no_fault_with_what_runs_at_boot()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("boot").FullName, "start-web");
        await File.WriteAllTextAsync(file, Server.StartScript);

        (await Tool.RunAsync("shellcheck", "--severity=style", file)).ShouldBeEmpty();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Every_problem_of_a_server_is_told_at_once_and_with_those_of_the_script()
    {
        var server = new WebServer
        {
            Application = new()
            {
                Unit = "Web Shop",
                Port = 80,
                HealthPath = "health check",
                Environment = new Dictionary<string, string> { ["region"] = "x", ["TITLE"] = "two words" },
            },
            TrustedProxies = [Cidr.Parse("0.0.0.0/0")],
            Limits = new() { RequestsPerSecond = 0, Burst = 0, Connections = 0, BodyMebibytes = 0 },
            Timeouts = new() { Client = 0, KeepAlive = 60, Application = 60 },
            Root = "srv web",
            User = "root; include x",
        };

        server.BootScript.Check().ShouldBe(
        [
            "The application's Unit is 'Web Shop'; expected is a name such as web.",
            "The application's Port is 80; allowed is 1024 to 65535.",
            "The application's HealthPath is 'health check'; expected is a path such as /health.",
            "The environment variable 'TITLE' has a value that systemd would read differently; allowed are letters, digits and _ . : / @ , = + -.",
            "The environment variable 'region' has a name that systemd ignores; expected are capitals, digits and underscores.",
            "RequestsPerSecond is 0; expected is at least 1.",
            "Burst is 0; expected is at least 1.",
            "Connections is 0; expected is at least 1.",
            "BodyMebibytes is 0; allowed is 1 to 1024.",
            "The timeout Client is 0 s; allowed is 1 to 60.",
            "The timeout KeepAlive is 60 s; expected is more than the load balancer's 60 s.",
            "The timeout Application is 60 s; expected is 1 to 59, below the load balancer's 60 s, so that nginx tells what went wrong.",
            "TrustedProxies lists 0.0.0.0/0; then anyone could choose the address that limits and logs see.",
            "Root is 'srv web'; expected is a folder such as /srv/web.",
            "User is 'root; include x'; expected is the name of a user, such as nginx.",
        ]);
    }

    [Fact]
    public void A_server_that_trusts_nobody_would_count_all_clients_as_one() =>
        (Server with { TrustedProxies = [] }).Check().ShouldHaveSingleItem().ShouldContain("all clients share the limits of one");

    private static YamlMappingNode Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
