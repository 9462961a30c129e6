using System.Globalization;
using Infra.Review.Model;
using static Infra.Review.Engine.Functions.FunctionResult;

namespace Infra.Review.Engine.Synthesis;

/// <summary>Outputs of databases and caches: where they answer, and where their passwords lie.</summary>
public static class StoreOutputs
{
    // By engine, the first word of an engine's name, or the service (RDS and ElastiCache API references, CreateDBInstance and CreateCacheCluster, 2026-11).
    private static readonly Dictionary<string, int> Ports = new(StringComparer.Ordinal)
    {
        ["mysql"] = 3306,
        ["mariadb"] = 3306,
        ["aurora-mysql"] = 3306,
        ["postgres"] = 5432,
        ["aurora-postgresql"] = 5432,
        ["docdb"] = 27017,
        ["neptune"] = 8182,
        ["sqlserver"] = 1433,
        ["oracle"] = 1521,
        ["db2"] = 50000,
        ["memcached"] = 11211,
        ["redis"] = 6379,
        ["valkey"] = 6379,
        ["elasticache"] = 6379,
    };

    // What an account may ask for at most (Amazon ElastiCache endpoints and quotas, nodes per region, 2026-11).
    private const int MostNodes = 300;

    /// <summary>Null if the property is none of these.</summary>
    public static PropertyValue? Find(Subject subject, string property) => Parts(subject.Type) switch
    {
        ("rds" or "docdb" or "neptune", "instance" or "clusterInstance") => OfInstance(subject, property),
        ("rds" or "docdb" or "neptune", "cluster") => OfCluster(subject, property),
        ("rds", "clusterEndpoint") when property == "endpoint" => Of(DatabaseHost(subject, "cluster-custom-")),
        ("rds", "proxy") when property == "endpoint" => Of(DatabaseHost(subject, "proxy-")),
        ("rds", "proxyEndpoint") when property == "endpoint" => Of(DatabaseHost(subject, "endpoint.proxy-")),
        ("elasticache", "replicationGroup") => OfReplicationGroup(subject, property),
        ("elasticache", "cluster") => OfCacheCluster(subject, property),
        ("elasticache", "serverlessCache") => property switch
        {
            "endpoints" => Items(Endpoint(ServerlessHost(subject), Port(subject))),
            "readerEndpoints" => Items(Endpoint(ServerlessHost(subject), Port(subject) + 1)),
            _ => null,
        },
        _ => null,
    };

    private static PropertyValue? OfInstance(Subject subject, string property) => property switch
    {
        "address" => Of(DatabaseHost(subject, "")),
        // The provider adds the port, but to members of Aurora and DocumentDB clusters.
        "endpoint" when subject.Type is "aws:rds/instance:Instance" or "aws:neptune/clusterInstance:ClusterInstance" =>
            WithPort(DatabaseHost(subject, ""), subject),
        "endpoint" => Of(DatabaseHost(subject, "")),
        "port" => Of(Port(subject)),
        "resourceId" or "dbiResourceId" => Of($"db-{subject.UpperCase("id", 26)}"),
        _ => OfBoth(subject, property),
    };

    private static PropertyValue? OfCluster(Subject subject, string property) => property switch
    {
        "endpoint" => Of(DatabaseHost(subject, "cluster-")),
        "readerEndpoint" => Of(DatabaseHost(subject, "cluster-ro-")),
        "port" => Of(Port(subject)),
        "clusterResourceId" => Of($"cluster-{subject.UpperCase("id", 26)}"),
        _ => OfBoth(subject, property),
    };

    private static PropertyValue? OfBoth(Subject subject, string property) => property switch
    {
        "engineVersionActual" when subject.Text("engineVersion") is { } version => Of(version),
        "masterUserSecrets" when subject.IsUnknown("manageMasterUserPassword") => PropertyValue.Unknown.Value,
        "masterUserSecrets" => subject.Flag("manageMasterUserPassword") ? Items(Password(subject)) : new PropertyValue.List([]),
        _ => null,
    };

    private static PropertyValue? OfReplicationGroup(Subject subject, string property) => property switch
    {
        "primaryEndpointAddress" => Of(CacheHost(subject, "master")),
        "readerEndpointAddress" => Of(CacheHost(subject, "replica")),
        "configurationEndpointAddress" => Of(CacheHost(subject, "clustercfg")),
        _ => null,
    };

    private static PropertyValue? OfCacheCluster(Subject subject, string property)
    {
        var isMemcached = subject.Text("engine") == "memcached";
        return property switch
        {
            "port" => Of(Port(subject)),
            "clusterAddress" => isMemcached ? Of(NodeHost(subject, "cfg")) : null,
            "configurationEndpoint" => isMemcached ? WithPort(NodeHost(subject, "cfg"), subject) : null,
            "cacheNodes" when subject.Number("numCacheNodes") is > 0 and <= MostNodes and var count =>
                new PropertyValue.List([.. Enumerable.Range(1, count).Select(number => Node(subject, number))]),
            _ => null,
        };
    }

    private static PropertyValue Node(Subject subject, int number)
    {
        var id = number.ToString("D4", CultureInfo.InvariantCulture);
        return Of(("address", Of(NodeHost(subject, id))), ("id", Of(id)), ("port", Of(Port(subject))));
    }

    // The second label is the same for all databases of an account in a region.
    private static string DatabaseHost(Subject subject, string infix)
    {
        var place = subject.Place;
        var service = Parts(subject.Type).Service;
        return $"{subject.PhysicalName}.{infix}c{Synthetic.LowerCase($"rds|{place.Region}", 11)}.{place.Region}.{service}.{place.DnsSuffix}";
    }

    private static string CacheHost(Subject subject, string role)
    {
        var place = subject.Place;
        var home = $"{place.ShortName}.cache.{place.DnsSuffix}";
        return subject.Flag("transitEncryptionEnabled") ? $"{role}.{subject.PhysicalName}.{CacheAccount(place)}.{home}"
            : role == "clustercfg" ? $"{subject.PhysicalName}.{CacheAccount(place)}.{role}.{home}"
            : $"{subject.PhysicalName}{(role == "replica" ? "-ro" : "")}.{CacheAccount(place)}.ng.0001.{home}";
    }

    private static string NodeHost(Subject subject, string node) =>
        $"{subject.PhysicalName}.{CacheAccount(subject.Place)}.{node}.{subject.Place.ShortName}.cache.{subject.Place.DnsSuffix}";

    private static string ServerlessHost(Subject subject) =>
        $"{subject.PhysicalName}-{CacheAccount(subject.Place)}.serverless.{subject.Place.ShortName}.cache.{subject.Place.DnsSuffix}";

    private static string CacheAccount(AwsPlace place) => Synthetic.LowerCase($"elasticache|{place.Region}", 6);

    private static PropertyValue WithPort(string host, Subject subject) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"{host}:{Port(subject)}"));

    private static int Port(Subject subject)
    {
        var engine = subject.Text("engine") ?? Parts(subject.Type).Service;
        return subject.Number("port") ?? (Ports.TryGetValue(engine, out var port) ? port : Ports.GetValueOrDefault(engine.Split('-')[0], 3306));
    }

    // RDS names the secrets that it keeps itself after a machine or a cluster that nobody knows (RDS User Guide, Secrets Manager, 2026-11).
    private static PropertyValue Password(Subject subject) => Of(
        ("kmsKeyId", Of(subject.Text("masterUserSecretKmsKeyId") ?? subject.Place.Arn("kms", $"key/{subject.Uuid("masterUserSecretKmsKeyId")}"))),
        ("secretArn", Of(subject.Place.Arn(
            "secretsmanager",
            $"secret:rds!{(Parts(subject.Type).Kind == "cluster" ? "cluster" : "db")}-{subject.Uuid("masterUserSecret")}-{subject.LowerCase("suffix", 6)}"))),
        ("secretStatus", Of("active")));

    private static PropertyValue Endpoint(string address, int port) => Of(("address", Of(address)), ("port", Of(port)));

    private static (string Service, string Kind) Parts(string type)
    {
        var module = type.Split(':') is [_, var middle, _] ? middle.Split('/') : [];
        return module is [var service, var kind] ? (service, kind) : ("", "");
    }
}
