namespace SupportAgents.Api.Customers;

/// <summary>Marks a route after which nothing may name the customer any more, the audit of the call included.</summary>
public sealed class ErasesCustomer;
