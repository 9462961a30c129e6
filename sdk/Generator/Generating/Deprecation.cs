namespace Infra.Sdk.Generator.Generating;

internal static class Deprecation
{
    /// <summary>Deprecated members warn as they do in the official packages, so that a build with warnings as errors treats both alike.</summary>
    public static void Write(SourceText source, bool deprecated)
    {
        if (deprecated) source.Line("[global::System.Obsolete(\"The provider has deprecated this.\")]");
    }
}
