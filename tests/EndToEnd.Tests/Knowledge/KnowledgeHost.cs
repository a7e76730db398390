using SupportAgents.EndToEnd.Tests.Hosting;

namespace SupportAgents.EndToEnd.Tests.Knowledge;

/// <summary>The program with its demo shop, for what staff do with knowledge.</summary>
public sealed class KnowledgeHost() : InProcessHost("--Support:Limits:CustomerBurst", "100000");
