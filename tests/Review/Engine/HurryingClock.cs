namespace Infra.Tests.Review.Engine;

/// <summary>Runs like any other, and from a moment on two hundred times as fast: nobody waits for a long time limit.</summary>
internal sealed class HurryingClock : TimeProvider
{
    private const int Speed = 200;

    private long _since = long.MaxValue;

    public void Hurry() => Volatile.Write(ref _since, System.GetTimestamp());

    public override long GetTimestamp()
    {
        var (now, since) = (System.GetTimestamp(), Volatile.Read(ref _since));
        return now <= since ? now : since + (now - since) * Speed;
    }
}
