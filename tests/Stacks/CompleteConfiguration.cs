namespace Infra.Tests.Stacks;

/// <summary>A small configuration without a mistake, for tests to spoil.</summary>
internal static class CompleteConfiguration
{
    public static string Regions(params (string Name, string Cidr, string Zones)[] regions) =>
        $"{{{string.Join(",", regions.Select(region => $"\"{region.Name}\": {Region(region.Name, region.Cidr, region.Zones)}"))}}}";

    private static string Region(string name, string cidr, string zones) =>
        $$"""
        {"cidr": "{{cidr}}", "zones": [{{zones}}], "imageId": "ami-0123456789abcdef0",
         "certificateArn": "arn:aws:acm:{{name}}:123456789012:certificate/0f3a1c52-7f0b-4c1e-9d7e-2b6a4c8d9e10"}
        """;

    public static StackConfiguration Create() => new()
    {
        ["aws:allowedAccountIds"] = """["123456789012"]""",
        ["infra:environment"] = "dev",
        ["infra:product"] = "shop",
        ["infra:owner"] = "platform-team",
        ["infra:adminRanges"] = """["10.250.0.0/24"]""",
        ["infra:baseImageId"] = "ami-0fedcba9876543210",
        ["infra:webInstanceType"] = "t4g.small",
        ["infra:cacheNodeType"] = "cache.t4g.small",
        ["infra:accountShards"] = """{"a": "0-8191", "b": "8192-16383"}""",
        ["infra:auroraMachineType"] = "db.t4g.medium",
        ["infra:documentMachineType"] = "db.t4g.medium",
        ["infra:graphMachineType"] = "db.t4g.medium",
        ["infra:databaseMachineType"] = "db.t4g.medium",
        ["infra:databaseStorageGibibytes"] = "20",
        ["infra:databaseStorageMaximumGibibytes"] = "100",
        ["infra:webClonesMinimum"] = "2",
        ["infra:webClonesMaximum"] = "4",
        ["infra:webRequestsPerMinute"] = "1200",
        ["infra:webNextPercent"] = "0",
        ["infra:domain"] = "dev.shop.example",
        ["infra:alarmEmails"] = """["on-call@shop.example"]""",
        ["infra:primaryRegion"] = "eu-central-1",
        ["infra:standbyRegion"] = "none",
        ["infra:requestsPerAddress"] = "2000",
        ["infra:siteFolder"] = "stacks/site",
        ["infra:siteReplicaRegion"] = "us-east-1",
        ["infra:appInstanceType"] = "t4g.small",
        ["infra:appClonesMinimum"] = "2",
        ["infra:appClonesMaximum"] = "4",
        ["infra:workerInstanceType"] = "t4g.small",
        ["infra:gameDays"] = "false",
        ["infra:partners"] = "{}",
        ["infra:topics"] = """{"orders": "any"}""",
        ["infra:queues"] = """{"mails": {"order": "any", "topics": ["orders"], "secondsPerJob": 60, "averageJobSeconds": 2,"""
            + """ "acceptableWaitSeconds": 120, "workersMinimum": 1, "workersMaximum": 3}}""",
        ["infra:regions"] = Regions(("eu-central-1", "10.20.0.0/18", "\"a\", \"b\"")),
    };
}
