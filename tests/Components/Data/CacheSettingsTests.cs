using Infra.Components.Data;
using Infra.Tests.Testing;

namespace Infra.Tests.Components.Data;

/// <summary>Parameter groups hold settings of the engine, so the engine is asked.</summary>
public sealed class CacheSettingsTests
{
    [ToolFact("redis-server", "redis-cli")]
    public async Task A_real_server_takes_the_settings_of_every_purpose()
    {
        foreach (var purpose in Enum.GetValues<CachePurpose>())
            foreach (var isSharded in new[] { false, true })
            {
                var settings = CacheSettings.Of(purpose, isSharded);
                await using var redis = await RunningRedis.StartAsync(settings);

                foreach (var (name, value) in settings)
                    (await redis.AskAsync("CONFIG", "GET", name)).ShouldBe([name, value]);
            }
    }

    [ToolFact("redis-server", "redis-cli")]
    public async Task A_full_cache_of_sessions_refuses_a_write_and_forgets_nobody()
    {
        await using var redis = await RunningRedis.StartAsync(CacheSettings.Of(CachePurpose.Sessions, isSharded: false));
        await redis.AskAsync("SETEX", "session:1", "3600", "anna");
        await FillAsync(redis);

        (await redis.AskAsync("SET", "session:2", "bert")).ShouldContain(line => line.StartsWith("OOM ", StringComparison.Ordinal));
        (await redis.AskAsync("GET", "session:1")).ShouldBe(["anna"]);
    }

    [ToolFact("redis-server", "redis-cli")]
    public async Task A_full_cache_of_objects_makes_room()
    {
        foreach (var purpose in new[] { CachePurpose.Objects, CachePurpose.RecentObjects })
        {
            await using var redis = await RunningRedis.StartAsync(CacheSettings.Of(purpose, isSharded: false));
            await redis.AskAsync("SET", "page:1", "<html>");
            await FillAsync(redis);

            (await redis.AskAsync("SET", "page:2", "<html>")).ShouldBe(["OK"]);
            (await redis.AskAsync("INFO", "stats")).ShouldContain(line => line.StartsWith("evicted_keys:", StringComparison.Ordinal)
                && !line.StartsWith("evicted_keys:0", StringComparison.Ordinal));
        }
    }

    [ToolFact("redis-server", "redis-cli")]
    public async Task A_setting_that_the_server_does_not_know_is_noticed() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => RunningRedis.StartAsync([new("maxmemory-policy", "allkeys-oldest")]))).Message
            .ShouldContain("redis-server refused its settings");

    // An empty server needs about one megabyte; a script is not stopped half-way, so the limit comes after it.
    private static async Task FillAsync(RunningRedis redis)
    {
        await redis.AskAsync("EVAL", "for i = 1, 40 do redis.call('SET', 'fill:' .. i, string.rep('x', 100000)) end", "0");
        (await redis.AskAsync("CONFIG", "SET", "maxmemory", "3mb")).ShouldBe(["OK"]);
    }
}
