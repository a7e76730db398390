namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// Customer numbers in the order in which they bought. One writer appends while any number of readers read without a
/// lock: the count is published after the element, and an array is never shortened.
/// </summary>
internal sealed class BuyerList
{
    private int[] _items = new int[2];
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The newest <paramref name="limit"/> of them.</summary>
    public ReadOnlySpan<int> Newest(int limit)
    {
        var count = Volatile.Read(ref _count);
        var take = Math.Min(limit, count);
        return Volatile.Read(ref _items).AsSpan(count - take, take);
    }

    /// <summary>Appends; for the one writer.</summary>
    public void Add(int customer)
    {
        if (_count == _items.Length)
        {
            var larger = new int[_items.Length * 2];
            _items.CopyTo(larger, 0);
            Volatile.Write(ref _items, larger);
        }
        _items[_count] = customer;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>A new list without one customer; readers of this one are not disturbed.</summary>
    public BuyerList Without(int customer)
    {
        var kept = new BuyerList();
        foreach (var item in Newest(int.MaxValue))
        {
            if (item != customer)
                kept.Add(item);
        }
        return kept;
    }
}
