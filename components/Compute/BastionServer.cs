namespace Infra.Components.Compute;

/// <summary>How sshd behaves on a bastion.</summary>
public static class BastionServer
{
    private const string StartPath = "/usr/local/sbin/start-bastion";

    /// <summary>Forwards connections to port 22 of other machines and does nothing else.</summary>
    public static string Configuration =>
        """
        PermitRootLogin no
        AuthenticationMethods publickey
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        MaxAuthTries 3
        LoginGraceTime 30
        ClientAliveInterval 300
        ClientAliveCountMax 2
        AllowTcpForwarding local
        PermitOpen *:22
        AllowAgentForwarding no
        AllowStreamLocalForwarding no
        GatewayPorts no
        PermitTunnel no
        X11Forwarding no
        LogLevel VERBOSE

        """;

    public static string StartScript =>
        """
        #!/bin/sh
        set -eu
        sshd -t
        systemctl enable sshd.service
        systemctl restart sshd.service

        """;

    /// <summary>Of two settings sshd takes the first, so this file comes before those of the image.</summary>
    public static BootScript BootScript => new(CloudConfig.Render(
        [new("/etc/ssh/sshd_config.d/00-bastion.conf", Configuration, "0600"), new(StartPath, StartScript, "0755")], StartPath));
}
