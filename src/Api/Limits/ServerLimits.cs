using System.Text;

namespace SupportAgents.Api.Limits;

/// <summary>What the server itself lets through. It refuses without a word of explanation, so it leaves to the routes what they can explain.</summary>
public static class ServerLimits
{
    // A text of MessageCharacters in a query, each of its characters written as nine.
    private const int RequestLineBytes = 96 * 1024;

    /// <summary>Takes long queries, and header values in any bytes.</summary>
    public static WebApplicationBuilder AddServerLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestLineSize = RequestLineBytes;
            server.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        return builder;
    }
}
