namespace Infra.Components.Data;

/// <summary>What a cache is for, which decides what it does when its memory is full.</summary>
public enum CachePurpose
{
    /// <summary>Nothing is dropped to make room: a write that does not fit fails loudly, and nobody is logged out in silence.</summary>
    Sessions,

    /// <summary>The objects that are asked for least often go first (LFU): for catalogues, whose favourites stay favourites.</summary>
    Objects,

    /// <summary>The objects that were not asked for the longest go first (LRU): for news, whose favourites change.</summary>
    RecentObjects,
}
