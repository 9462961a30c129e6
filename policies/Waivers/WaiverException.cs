namespace Infra.Policies;

/// <summary>Waivers that cannot be used; the message is for the one who wrote them and lists all that is wrong.</summary>
public sealed class WaiverException(string message) : Exception(message);
