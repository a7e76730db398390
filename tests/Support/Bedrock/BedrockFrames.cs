using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace SupportAgents.Support.Bedrock;

/// <summary>Frames of the event-stream encoding as Bedrock sends them: lengths and checksums in front, headers, payload, checksum.</summary>
public static class BedrockFrames
{
    private const int Prelude = 12;
    private const int Checksum = 4;
    private const byte StringHeader = 7;

    /// <summary>A chunk of the answer.</summary>
    public static byte[] Chunk(object anthropicEvent)
    {
        var inner = JsonSerializer.SerializeToUtf8Bytes(anthropicEvent);
        return Frame([(":event-type", "chunk"), (":content-type", "application/json"), (":message-type", "event")], JsonSerializer.SerializeToUtf8Bytes(new { bytes = Convert.ToBase64String(inner) }));
    }

    /// <summary>An error in the middle of an answer.</summary>
    public static byte[] Exception(string type, string message) =>
        Frame([(":exception-type", type), (":content-type", "application/json"), (":message-type", "exception")], JsonSerializer.SerializeToUtf8Bytes(new { message }));

    private static byte[] Frame((string Name, string Value)[] headers, byte[] payload)
    {
        using var head = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            var (key, text) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
            head.WriteByte((byte)key.Length);
            head.Write(key);
            head.WriteByte(StringHeader);
            var length = new byte[sizeof(ushort)];
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)text.Length);
            head.Write(length);
            head.Write(text);
        }
        var header = head.ToArray();
        var frame = new byte[Prelude + header.Length + payload.Length + Checksum];
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)frame.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.HashToUInt32(frame.AsSpan(0, 8)));
        header.CopyTo(frame, Prelude);
        payload.CopyTo(frame, Prelude + header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - Checksum), Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - Checksum)));
        return frame;
    }
}
