namespace Infra.Tests.Review.Engine;

/// <summary>Runs like any other, and from a moment on two hundred times as fast: nobody waits for a long time limit.</summary>
/// <param name="flickers">From that moment it is an hour ahead at every third look instead, and right at the others.</param>
internal sealed class HurryingClock(bool flickers = false) : TimeProvider
{
    private const int Speed = 200;

    private long _since = long.MaxValue;
    private int _looks;

    public void Hurry() => Volatile.Write(ref _since, System.GetTimestamp());

    public override long GetTimestamp()
    {
        var (now, since) = (System.GetTimestamp(), Volatile.Read(ref _since));
        if (now <= since) return now;
        if (!flickers) return since + (now - since) * Speed;
        return Interlocked.Increment(ref _looks) % 3 == 0 ? now + System.TimestampFrequency * 3600 : now;
    }
}
