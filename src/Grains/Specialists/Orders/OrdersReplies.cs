namespace SupportAgents.Grains.Specialists.Orders;

/// <summary>Names the order specialist's words: the YAML file beside this one.</summary>
public sealed class OrdersReplies;
