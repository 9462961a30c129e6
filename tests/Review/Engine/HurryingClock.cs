namespace Infra.Tests.Review.Engine;

/// <summary>
/// Runs like any other, and from a moment on a hundred times as fast: nobody waits for a time limit, and no slow machine meets it early.
/// </summary>
internal sealed class HurryingClock : TimeProvider
{
    private const int Speed = 100;

    private long _since = long.MaxValue;

    public void Hurry() => Volatile.Write(ref _since, System.GetTimestamp());

    public override long GetTimestamp()
    {
        var (now, since) = (System.GetTimestamp(), Volatile.Read(ref _since));
        return now <= since ? now : since + (now - since) * Speed;
    }
}
