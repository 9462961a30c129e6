using Infra.Components.Edge;

namespace Infra.Components.Compute;

/// <summary>The whole of nginx.conf: what a distribution puts into its own does not matter then.</summary>
public static class NginxConfiguration
{
    private const int WorkerConnections = 8192;

    /// <param name="server">Without problems.</param>
    public static string Of(WebServer server) => Of(server, $"{Target.Port} default_server", NginxFolders.OfPackages);

    /// <param name="server">Without problems.</param>
    /// <param name="listen">What follows the word in nginx.conf: an address or a port.</param>
    /// <param name="folders">Where nginx finds and leaves its files.</param>
    public static string Of(WebServer server, string listen, NginxFolders folders) =>
        $$"""
        user {{server.User}};
        worker_processes auto;
        worker_rlimit_nofile {{2 * WorkerConnections}};
        pid {{folders.Run}}/nginx.pid;
        error_log {{folders.Logs}}/error.log warn;

        events {
            worker_connections {{WorkerConnections}};
        }

        http {
            include {{folders.Configuration}}/mime.types;
            default_type application/octet-stream;
            server_tokens off;
            sendfile on;
            tcp_nopush on;

            log_format requests escape=json '{"time":"$time_iso8601","client":"$client","host":"$host",'
                '"method":"$request_method","path":"$uri","status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,'
                '"application_seconds":"$upstream_response_time","trace":"$http_x_amzn_trace_id"}';
            access_log {{folders.Logs}}/access.log requests;

        {{Indented(server.TrustedProxies.Select(proxy => $"set_real_ip_from {proxy};"))}}
            real_ip_header X-Forwarded-For;
            real_ip_recursive on;

        {{Indented(ClientOf(server))}}

            client_header_timeout {{server.Timeouts.Client}}s;
            client_body_timeout {{server.Timeouts.Client}}s;
            send_timeout {{server.Timeouts.Client}}s;
            reset_timedout_connection on;
            keepalive_timeout {{server.Timeouts.KeepAlive}}s;
            keepalive_requests 10000;
            client_max_body_size {{server.Limits.BodyMebibytes}}m;
            large_client_header_buffers 4 16k;

            gzip on;
            gzip_comp_level 5;
            gzip_min_length 1024;
            gzip_proxied any;
            gzip_vary on;
            gzip_types application/javascript application/json application/xml image/svg+xml text/css text/javascript text/plain text/xml;

            limit_req_zone {{LimitKey(server)}} zone=requests:10m rate={{server.Limits.RequestsPerSecond}}r/s;
            limit_req_status 429;
            limit_conn_zone {{LimitKey(server)}} zone=connections:10m;
            limit_conn_status 429;

            map $uri $static_cache {
                default "public, max-age=300";
                "~[.-][0-9a-f]{8,64}[.][a-z0-9]+$" "public, max-age=31536000, immutable";
            }

            # What the application does not declare cacheable is nobody's to keep.
            map $upstream_http_cache_control $missing_cache_control {
                default "";
                "" no-store;
            }

            map $http_upgrade $connection_header {
                default upgrade;
                "" "";
            }

            upstream application {
                server 127.0.0.1:{{server.Application.Port}};
                keepalive 64;
            }

            server {
                listen {{listen}};
                server_name _;
                root {{server.Root}};

                proxy_http_version 1.1;
                proxy_set_header Host $host;
                proxy_set_header Connection $connection_header;
                proxy_set_header Upgrade $http_upgrade;
                proxy_set_header X-Forwarded-For $client;
                proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;
                proxy_hide_header X-Powered-By;
                proxy_connect_timeout 2s;
                proxy_send_timeout {{server.Timeouts.Client}}s;
                proxy_read_timeout {{server.Timeouts.Application}}s;

                location = {{server.Application.HealthPath}} {
                    access_log off;
                    proxy_read_timeout 4s;
                    proxy_pass http://application;
                }

                location /static/ {
                    limit_conn connections {{server.Limits.Connections}};
                    location ~ /[.] {
                        return 404;
                    }
                    gzip_static on;
                    add_header Cache-Control $static_cache;
                    add_header X-Content-Type-Options nosniff always;
                    try_files $uri =404;
                }

                location / {
                    limit_req zone=requests burst={{server.Limits.Burst}} nodelay;
                    limit_conn connections {{server.Limits.Connections}};
                    add_header Cache-Control $missing_cache_control;
                    add_header X-Content-Type-Options nosniff always;
                    proxy_pass http://application;
                }
            }
        }

        """;

    private static string[] ClientOf(WebServer server) => server.Clients is ClientPlace.BeforeBalancer
        ? ["map $remote_addr $client {", "    default $remote_addr;", "}"]
        :
        [
            "geo $realip_remote_addr $from_balancer {",
            "    default 0;",
            .. server.TrustedProxies.Select(proxy => $"    {proxy} 1;"),
            "}",
            "# What a viewer wrote itself stands further left: distribution and balancer each add an entry at the end.",
            "map \"$from_balancer $http_x_forwarded_for\" $client {",
            "    default $remote_addr;",
            "    \"~^1 (.*[ ,])?(?<viewer>[0-9a-fA-F.:]+), *[0-9a-fA-F.:]+$\" $viewer;",
            "}",
        ];

    // nginx counts no request whose key is empty.
    private static string LimitKey(WebServer server) => server.Limits.CountsClients ? "$client" : "\"\"";

    private static string Indented(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"    {line}"));
}

/// <summary>Where nginx's configuration, logs and process id lie.</summary>
public sealed record NginxFolders(string Configuration, string Logs, string Run)
{
    /// <summary>As the packages of Amazon Linux and Debian have them.</summary>
    public static NginxFolders OfPackages { get; } = new("/etc/nginx", "/var/log/nginx", "/run");
}
