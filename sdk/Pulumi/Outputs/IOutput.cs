namespace Pulumi;

/// <summary>An output whose type is not known at compile time.</summary>
internal interface IOutput
{
    ValueTask<OutputData> GetDataAsync();
}

/// <summary>Where an output takes its data from when it is first asked for them.</summary>
internal interface IOutputSource<T>
{
    Task<OutputData<T>> GetDataAsync();
}
