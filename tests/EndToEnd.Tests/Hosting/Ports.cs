using System.Net;
using System.Net.Sockets;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>
/// Ports for servers that must be told one before they start. They lie below those that a system hands out by itself, so
/// that nobody who asks it for any port gets one of them in between and answers in the server's place.
/// </summary>
internal static class Ports
{
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>A port that nobody listens on.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
