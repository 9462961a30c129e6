using System.Globalization;
using System.Net;

namespace Infra.Components.Networking;

/// <summary>The block of 256 subnets that AWS gives to a VPC: a /56, known only when the VPC is there.</summary>
public static class Ipv6Block
{
    public const int VpcPrefix = 56;
    public const int SubnetPrefix = 64;

    // The eighth byte is what lies between the two prefixes.
    private const int SubnetByte = 7;

    /// <param name="vpcBlock">For example <c>2a05:d014:1:2300::/56</c>.</param>
    /// <param name="index">Which subnet, 0 to 255.</param>
    /// <exception cref="FormatException">The block is no /56.</exception>
    public static string Subnet(string vpcBlock, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, byte.MaxValue);
        var parts = vpcBlock.Split('/');
        if (parts.Length != 2 || parts[1] != VpcPrefix.ToString(CultureInfo.InvariantCulture) || !IPAddress.TryParse(parts[0], out var address))
            throw new FormatException($"'{vpcBlock}' is not the IPv6 block of a VPC; expected a /{VpcPrefix} such as 2a05:d014:1:2300::/56.");

        var bytes = address.GetAddressBytes();
        bytes[SubnetByte] = (byte)index;
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{SubnetPrefix}");
    }
}
