namespace Infra.Review.Programs;

/// <summary>Placeholder</summary>
public static class ProgramEnvironment
{
    public const int Parallelism = 16;
}
