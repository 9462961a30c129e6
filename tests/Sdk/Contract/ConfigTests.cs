using System.Text.Json;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Sdk.Contract;

/// <summary>Configuration comes from the environment of the process; these keys are set once and no other test uses this project.</summary>
public sealed class ConfigTests
{
    private const string Values = """
        {"configured:name":"hello","configured:count":"7","configured:ratio":"2.5","configured:flag":"true","configured:word":"True",
        "configured:bad":"x","configured:object":"{\"Host\":\"h\",\"Port\":80}","configured:number":12,"configured:list":["a","b"],
        "configured:config:old":"kept","other:region":"eu","configured:password":"hunter2","configured:pin":"hunter3"}
        """;

    static ConfigTests()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", Values);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", """["configured:password","configured:pin"]""");
    }

    [Fact]
    public Task Values_are_read_by_key_and_type() => ReadAsync(config =>
    {
        config.Get("name").ShouldBe("hello");
        config.Require("name").ShouldBe("hello");
        config.GetInt32("count").ShouldBe(7);
        config.RequireDouble("ratio").ShouldBe(2.5);
        config.GetBoolean("flag").ShouldBe(true);
        config.RequireObject<Endpoint>("object").ShouldBe(new Endpoint("h", 80));
        config.GetObject<Endpoint>("object", new JsonSerializerOptions()).ShouldBe(new Endpoint("h", 80));
    });

    [Fact]
    public Task What_is_not_text_is_taken_as_its_json() => ReadAsync(config =>
    {
        config.RequireInt32("number").ShouldBe(12);
        config.RequireObject<string[]>("list").ShouldBe(["a", "b"]);
    });

    [Fact]
    public Task The_old_form_of_a_key_and_of_a_namespace_is_understood() => ReadAsync(config =>
    {
        config.Get("old").ShouldBe("kept");
        new Config("other").Get("region").ShouldBe("eu");
        new Config("other:config").Get("region").ShouldBe("eu");
    });

    [Fact]
    public Task What_is_missing_is_null_or_the_default() => ReadAsync(config =>
    {
        config.Get("zz").ShouldBeNull();
        config.GetInt32("zz").ShouldBeNull();
        config.GetSecret("zz").ShouldBeNull();
        config.GetSecretObject<Endpoint>("zz").ShouldBeNull();
        config.GetObject<int>("zz").ShouldBe(0);
        config.GetObject<Endpoint>("zz").ShouldBeNull();
    });

    [Fact]
    public Task Plain_getters_return_secrets_too() => ReadAsync(config => config.Get("password").ShouldBe("hunter2"));

    [Fact]
    public Task Secret_getters_mark_what_they_return() => ReadAsync(async config =>
    {
        (await config.RequireSecret("name").FactsAsync()).ShouldBe(new(true, true, "hello", []), FactsComparer<string>.Instance);
        (await config.RequireSecretInt32("count").FactsAsync()).ShouldBe(new(true, true, 7, []), FactsComparer<int>.Instance);
        (await config.GetSecretBoolean("flag")!.FactsAsync()).IsSecret.ShouldBeTrue();
        (await config.GetSecretDouble("ratio")!.FactsAsync()).IsSecret.ShouldBeTrue();
        (await config.RequireSecretObject<Endpoint>("object").FactsAsync()).IsSecret.ShouldBeTrue();
    });

    [Theory]
    [InlineData("Missing Required configuration variable 'configured:zz'\n\tplease set a value using the command `pulumi config set configured:zz <value>`")]
    public Task A_missing_value_says_how_to_set_it(string message) => ReadAsync(config =>
    {
        Should.Throw<RunException>(() => config.Require("zz")).Message.ShouldBe(message);
        Should.Throw<RunException>(() => config.RequireInt32("zz")).Message.ShouldBe(message);
        Should.Throw<RunException>(() => config.RequireObject<Endpoint>("zz")).Message.ShouldBe(message);
        Should.Throw<RunException>(() => config.RequireSecret("zz")).Message.ShouldBe(message);
    });

    [Fact]
    public Task A_value_of_the_wrong_type_is_named() => ReadAsync(config =>
    {
        Should.Throw<RunException>(() => config.GetInt32("bad")).Message.ShouldBe("Configuration 'configured:bad' value 'x' is not a valid Int32");
        Should.Throw<RunException>(() => config.GetDouble("bad")).Message.ShouldBe("Configuration 'configured:bad' value 'x' is not a valid Double");
        Should.Throw<RunException>(() => config.GetBoolean("word")).Message.ShouldBe("Configuration 'configured:word' value 'True' is not a valid Boolean");
        Should.Throw<RunException>(() => config.RequireObject<Endpoint>("bad")).Message
            .ShouldBe($"Configuration 'configured:bad' value 'x' is not a valid {typeof(Endpoint).FullName}");
    });

    [Fact]
    public Task A_secret_of_the_wrong_type_is_not_printed() => ReadAsync(config =>
    {
        Should.Throw<RunException>(() => config.RequireInt32("pin")).ToString().ShouldNotContain("hunter3");
        Should.Throw<RunException>(() => config.RequireObject<Endpoint>("pin")).ToString().ShouldNotContain("hunter3");
    });

    private static Task ReadAsync(Action<Config> read) => ReadAsync(config =>
    {
        read(config);
        return Task.CompletedTask;
    });

    private static async Task ReadAsync(Func<Config, Task> read) =>
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions { ProjectName = "configured" }, () => read(new Config()));

    private sealed record Endpoint(string Host, int Port);
}
