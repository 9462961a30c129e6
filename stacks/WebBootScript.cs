using Infra.Components.Compute;
using Infra.Components.Data;

namespace Infra.Stacks;

/// <summary>The image holds nginx and the application; booting only tells them where they are.</summary>
public static class WebBootScript
{
    public static BootScript For(Cache sessions) => new(
        $"""
        #!/bin/bash
        set -euo pipefail
        cat > /etc/web.env <<'END'
        SESSION_CACHE_ENDPOINT_PARAMETER={sessions.EndpointParameter}
        SESSION_CACHE_USER={sessions.UserName}
        END
        systemctl enable --now nginx

        """);
}
