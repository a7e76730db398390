using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using SupportAgents.Grains.Stores;
using SupportAgents.Shop;

namespace SupportAgents.Grains.Specialists.Recommendations.Ranking;

/// <summary>
/// Who bought what, both ways round, in numbers instead of ids: 16 bytes for a purchase in its customer's basket and 4
/// in its product's list of buyers. It takes orders one by one as they are placed or change, also when an order goes to
/// another account (as an erasure does); reading needs no lock and sees each order's lines as they were before or after
/// it, which is good enough for statistics.
/// </summary>
public sealed class PurchaseIndex
{
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<string, int> _customers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, (string Id, int Number)> _owners = [];
    private Purchase[][] _baskets = new Purchase[1024][];
    private BuyerList[] _buyers = new BuyerList[256];
    private int _nextCustomer;

    /// <summary>Customers with at least one purchase.</summary>
    public int CustomerCount => _customers.Count;

    /// <summary>Products bought at least once.</summary>
    public int ProductCount => _products.Count;

    /// <summary>
    /// Takes an order as it stands now. One that was taken before is replaced; a cancelled one leaves nothing. False when
    /// that changed nothing.
    /// </summary>
    public bool Apply(PurchasedOrder order)
    {
        lock (_writing)
        {
            var number = OrderNumber(order.OrderId);
            var moved = _owners.TryGetValue(number, out var owner) && owner.Id != order.CustomerId;
            if (moved)
                Change(owner.Id, owner.Number, number, []);
            var lines = Lines(order, number);
            if (lines.Length == 0 && !_customers.ContainsKey(order.CustomerId))
            {
                _owners.Remove(number);
                return moved;
            }
            var customer = Customer(order.CustomerId);
            _owners[number] = (order.CustomerId, customer);
            return Change(order.CustomerId, customer, number, lines) || moved;
        }
    }

    /// <summary>How many customers bought it.</summary>
    public int BuyerCount(string productId) => NumberOf(productId) is { } number ? BuyerCount(number) : 0;

    /// <summary>The product's number, or null when nobody bought it.</summary>
    internal int? NumberOf(string productId) => _products.TryGetValue(productId, out var number) ? number : null;

    /// <summary>The customer's number, or null when they bought nothing.</summary>
    internal int? CustomerNumberOf(string customerId) => _customers.TryGetValue(customerId, out var number) ? number : null;

    /// <inheritdoc cref="BuyerCount(string)"/>
    internal int BuyerCount(int product) => Volatile.Read(ref _buyers)[product].Count;

    /// <summary>The newest buyers of a product.</summary>
    internal ReadOnlySpan<int> Buyers(int product, int limit) => Volatile.Read(ref _buyers)[product].Newest(limit);

    /// <summary>What a customer bought.</summary>
    internal ReadOnlySpan<Purchase> Basket(int customer) => Volatile.Read(ref _baskets)[customer];

    /// <summary>Puts an order's lines in place of those that the customer's basket had of it.</summary>
    private bool Change(string customerId, int customer, ulong order, Purchase[] lines)
    {
        var before = _baskets[customer];
        if (Array.FindAll(before, purchase => purchase.Order == order).AsSpan().SequenceEqual(lines))
            return false;
        Purchase[] after = [.. before.Where(purchase => purchase.Order != order), .. lines];
        _baskets[customer] = after;
        foreach (var purchase in after)
        {
            if (!Has(before, purchase.Product) && First(after, purchase))
                _buyers[purchase.Product].Add(customer);
        }
        foreach (var purchase in before)
        {
            if (!Has(after, purchase.Product) && First(before, purchase))
                _buyers[purchase.Product] = _buyers[purchase.Product].Without(customer);
        }
        // Nothing is kept of somebody who has bought nothing, not even the id.
        if (after.Length == 0)
            _customers.TryRemove(customerId, out _);
        return true;
    }

    private Purchase[] Lines(PurchasedOrder order, ulong number)
    {
        if (order.Status == OrderStatus.Cancelled)
            return [];
        var day = order.PlacedAt is { } at ? (int)(at.ToUnixTimeSeconds() / 86_400) : 0;
        return [.. order.ProductIds.Distinct(StringComparer.Ordinal).Select(id => new Purchase(number, Product(id), day))];
    }

    private int Customer(string id)
    {
        if (_customers.TryGetValue(id, out var number))
            return number;
        number = _nextCustomer++;
        Grow(ref _baskets, number);
        _baskets[number] = [];
        _customers[id] = number;
        return number;
    }

    private int Product(string id)
    {
        if (_products.TryGetValue(id, out var number))
            return number;
        number = _products.Count;
        Grow(ref _buyers, number);
        _buyers[number] = new BuyerList();
        _products[id] = number;
        return number;
    }

    private static void Grow<T>(ref T[] array, int index)
    {
        if (index < array.Length)
            return;
        var larger = new T[array.Length * 2];
        array.CopyTo(larger, 0);
        Volatile.Write(ref array, larger);
    }

    private static ulong OrderNumber(string orderId) => XxHash64.HashToUInt64(MemoryMarshal.AsBytes(orderId.AsSpan()));

    private static bool Has(Purchase[] basket, int product)
    {
        foreach (var purchase in basket)
        {
            if (purchase.Product == product)
                return true;
        }
        return false;
    }

    private static bool First(Purchase[] basket, Purchase purchase)
    {
        foreach (var other in basket)
        {
            if (other.Product == purchase.Product)
                return other == purchase;
        }
        return false;
    }

    /// <summary>A line of a basket.</summary>
    /// <param name="Order">A hash of the order's id; it tells the orders of one customer apart.</param>
    /// <param name="Product">The product's number.</param>
    /// <param name="Day">Days since 1970; 0 when the order has no date.</param>
    internal readonly record struct Purchase(ulong Order, int Product, int Day);
}
