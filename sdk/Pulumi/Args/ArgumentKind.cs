namespace Pulumi;

internal enum ArgumentKind
{
    Resource,
    Invoke,
    Call,
}
