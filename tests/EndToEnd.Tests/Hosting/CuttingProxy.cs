using System.Net;
using System.Net.Sockets;

namespace SupportAgents.EndToEnd.Tests.Hosting;

/// <summary>A way to a server that can be cut and mended, as a phone's network is.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private bool _isCut;

    public CuttingProxy(Uri target)
    {
        _target = target;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = Accept();
    }

    public Uri Address { get; }

    /// <summary>Ends every connection, and lets no new one through.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _isCut = true;
            foreach (var client in _open)
                client.Close();
            _open.Clear();
        }
    }

    /// <summary>Lets new connections through again.</summary>
    public void Mend()
    {
        lock (_lock)
            _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Forward(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // It is over.
        }
    }

    private async Task Forward(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            if (!Keep(client, server))
                return;
            await server.ConnectAsync(_target.Host, _target.Port, _stop.Token);
            await using var inner = server.GetStream();
            await using var outer = client.GetStream();
            await Task.WhenAny(outer.CopyToAsync(inner, _stop.Token), inner.CopyToAsync(outer, _stop.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            client.Dispose();
        }
    }

    private bool Keep(TcpClient client, TcpClient server)
    {
        lock (_lock)
        {
            if (_isCut)
                return false;
            _open.AddRange([client, server]);
            return true;
        }
    }
}
