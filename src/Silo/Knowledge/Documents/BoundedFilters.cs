using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace SupportAgents.Silo.Knowledge.Documents;

/// <summary>
/// The filters with which a PDF's streams are unpacked, with a budget for all of them together: a file of a few
/// kilobytes can hold streams that unpack to any size.
/// </summary>
internal sealed class BoundedFilters : BaseFilterProvider
{
    public BoundedFilters() : base(Bound())
    {
    }

    private static Dictionary<string, IFilter> Bound()
    {
        var budget = new Budget();
        var filters = new Dictionary<string, IFilter>(StringComparer.Ordinal);
        foreach (var (names, filter) in Known)
        {
            foreach (var name in names)
                filters[name] = new BoundedFilter(filter, budget);
        }
        return filters;
    }

    private static (string[] Names, IFilter Filter)[] Known { get; } =
    [
        (["FlateDecode", "Fl"], new FlateFilter()),
        (["LZWDecode", "LZW"], new LzwFilter()),
        (["RunLengthDecode", "RL"], new RunLengthFilter()),
        (["ASCII85Decode", "A85"], new Ascii85Filter()),
        (["ASCIIHexDecode", "AHx"], new AsciiHexDecodeFilter()),
        (["DCTDecode", "DCT"], new DctDecodeFilter()),
        (["JPXDecode"], new JpxDecodeFilter()),
        (["JBIG2Decode"], new Jbig2DecodeFilter()),
        (["CCITTFaxDecode", "CCF"], new CcittFaxDecodeFilter()),
    ];

    private sealed class Budget
    {
        private long _left = DocumentLimits.UnpackedBytes;

        public void Take(long bytes)
        {
            if (bytes > Interlocked.Add(ref _left, -bytes) + bytes)
                throw DocumentLimits.Refused("its streams unpack to far more than a document needs");
        }
    }

    private sealed class BoundedFilter(IFilter inner, Budget budget) : IFilter
    {
        // LZW packs at best about 1 to 1,300 and run lengths 1 to 64: the input's size bounds the output's.
        private const int MostLzw = 256 * 1024;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter)
                Measure(input);
            else if (inner is LzwFilter && input.Length > MostLzw)
                throw DocumentLimits.Refused("it holds an oversized LZW stream");
            else
                budget.Take(input.Length);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void Measure(Memory<byte> input)
        {
            using var packed = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            try
            {
                int read;
                while ((read = packed.Read(buffer)) > 0)
                    budget.Take(read);
            }
            catch (InvalidDataException)
            {
                // A damaged stream is the inner filter's affair; what came out of it so far was counted.
            }
        }
    }
}
