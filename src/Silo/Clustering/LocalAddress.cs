using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SupportAgents.Silo.Clustering;

/// <summary>Which of a machine's addresses the other silos can reach.</summary>
internal static class LocalAddress
{
    /// <summary>
    /// The address that this machine reaches the database from; null where there is no database, it is on this machine, or
    /// it cannot be found. A container on several networks has no other way to tell which one the silos share.
    /// </summary>
    public static IPAddress? Towards(string? connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(database.Host) || database.Host.StartsWith('/'))
            return null;
        try
        {
            // Connecting a datagram socket chooses the route and sends nothing.
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(database.Host.Split(',')[0].Split(':')[0], database.Port);
            return socket.LocalEndPoint is IPEndPoint { Address: var address } && !IPAddress.IsLoopback(address) ? address : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
