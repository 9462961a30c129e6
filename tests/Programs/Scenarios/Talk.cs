using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace Infra.Tests.Scenarios;

/// <summary>Programs that say more than they should, or at the wrong moment.</summary>
internal static class Talk
{
    public static Task<IDictionary<string, object?>> PrintPassword()
    {
        var password = new Config().Require("password");
        Console.WriteLine($"first, {password}");
        Log.Info($"then {password}");
        return Nothing();
    }

    public static Task<IDictionary<string, object?>> PrintAtTheCut()
    {
        var password = new Config().Require("password");
        Console.WriteLine(new string('x', 7_995) + password);
        // What is thrown away of a very long line begins at the character 16,384.
        Console.WriteLine($"{string.Concat(Enumerable.Repeat(password, 1_000))}{new string('y', 16_380 - 1_000 * password.Length)}{password}");
        return Nothing();
    }

    public static Task<IDictionary<string, object?>> PutInClear()
    {
        _ = new Bucket("labelled", new() { Tags = { ["password"] = $"is {new Config().Require("password")}!" } });
        return Nothing();
    }

    public static async Task<IDictionary<string, object?>> ThrowSecretsAsync()
    {
        await RegisteredAsync(new Bucket("labelled", new() { Tags = { ["secret"] = Output.CreateSecret("hunter2-literal") } }));
        var encoded = JsonSerializer.Serialize(new Dictionary<string, string> { ["p"] = new Config().Require("password") });
        throw new InvalidOperationException($"hunter2-literal and {encoded} were refused.");
    }

    public static Task<IDictionary<string, object?>> NameBySecret()
    {
        var bucket = new Bucket("vault", new() { BucketName = new Config().RequireSecret("password") });
        _ = new BucketVersioning("versions", new()
        {
            Bucket = bucket.Id,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        });
        return Task.FromResult<IDictionary<string, object?>>(
            new Dictionary<string, object?> { ["arn"] = bucket.Arn, ["id"] = bucket.Id, ["domain"] = bucket.BucketDomainName, ["region"] = bucket.Region });
    }

    public static async Task<IDictionary<string, object?>> EndEarlyAsync()
    {
        await RegisteredAsync(new Bucket("last"));
        Console.WriteLine("That will do.");
        Environment.Exit(0);
        return await Nothing();
    }

    public static async Task<IDictionary<string, object?>> PrintInTurnsAsync()
    {
        for (var index = 1; index <= 12; index++)
        {
            await Console.Out.WriteLineAsync(FormattableString.Invariant($"out {index}"));
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"err {index}"));
            Log.Info(FormattableString.Invariant($"log {index}"));
        }
        return await Nothing();
    }

    public static async Task<IDictionary<string, object?>> HangAfterTalkAsync()
    {
        Console.WriteLine("asking the database …");
        Log.Warn("The database is slow today.");
        return await Failures.NeverEndAsync();
    }

    public static Task<IDictionary<string, object?>> MakeTheUnknown()
    {
        _ = new Thing("aws:moon/base:Base", "base-1");
        _ = new Thing("aws:moon/base:Base", "base-2");
        _ = new Thing("aws:moon/crater:Crater", "crater");
        Log.Warn("Nobody has been there for a while.");
        return Nothing();
    }

    public static Task<IDictionary<string, object?>> MakeRemote()
    {
        _ = new Plugin("far");
        return Nothing();
    }

    public static Task<IDictionary<string, object?>> UseNewerProvider()
    {
        _ = new Thing("aws:s3/bucket:Bucket", "later", new LaterArgs { OnTheMoon = true }, new() { Version = "8.1.0" });
        _ = new Thing("aws:s3/bucket:Bucket", "now", new LaterArgs { OnTheMoon = true });
        return Nothing();
    }

    private static async Task RegisteredAsync(Bucket bucket)
    {
        var registered = new TaskCompletionSource();
        _ = bucket.Arn.Apply(arn =>
        {
            registered.SetResult();
            return arn;
        });
        await registered.Task;
    }

    private static Task<IDictionary<string, object?>> Nothing() => Task.FromResult<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    private sealed class Thing(string type, string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource(type, name, args ?? ResourceArgs.Empty, options);

    private sealed class Plugin(string name) : ComponentResource("moon:index:Station", name, ResourceArgs.Empty, options: null, remote: true);

    private sealed class LaterArgs : ResourceArgs
    {
        [Input("onTheMoon")]
        public Input<bool>? OnTheMoon { get; set; }
    }
}
