using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace SupportAgents.Silo.Understanding.Classification;

/// <summary>
/// Keeps a trained classifier in a file, so that only the first start of a version trains. The file belongs to one build
/// of this assembly, which holds both the training language and the code; any other file is as good as none.
/// </summary>
internal static class ModelFile
{
    private const int ChecksumLength = sizeof(ulong);

    /// <summary>Two builds of the same sources have the same; a change of a word list or of the code gives another.</summary>
    private static Guid Build => typeof(ModelFile).Module.ModuleVersionId;

    /// <summary>The classifier of a file; null when there is no such file, or it is of another build, cut short or changed.</summary>
    public static IntentClassifier? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < ChecksumLength || XxHash3.HashToUInt64(bytes.AsSpan(ChecksumLength)) != MemoryMarshal.Read<ulong>(bytes))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, ChecksumLength, bytes.Length - ChecksumLength));
        if (new Guid(reader.ReadBytes(16)) != Build)
            return null;
        var labels = ReadWords(reader);
        var vocabulary = new Vocabulary(ReadWords(reader));
        var temperature = reader.ReadSingle();
        var model = new LinearModel(labels.Length, ReadNumbers<int>(reader), ReadNumbers<float>(reader)) { Temperature = temperature };
        return new IntentClassifier(labels, vocabulary, model, ReadNumbers<float>(reader));
    }

    /// <summary>Writes the file in one step: a reader finds the whole of it or the one before.</summary>
    public static void Write(string path, IntentClassifier classifier)
    {
        var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory))
        {
            writer.Write(0UL);
            writer.Write(Build.ToByteArray());
            WriteWords(writer, classifier.Labels);
            WriteWords(writer, classifier.Vocabulary.Words);
            writer.Write(classifier.Model.Temperature);
            WriteNumbers(writer, classifier.Model.Rows);
            WriteNumbers(writer, classifier.Model.Weights);
            WriteNumbers(writer, classifier.Borders);
        }
        var bytes = memory.ToArray();
        MemoryMarshal.Write(bytes, XxHash3.HashToUInt64(bytes.AsSpan(ChecksumLength)));
        var part = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(part, bytes);
        File.Move(part, path, overwrite: true);
    }

    private static string[] ReadWords(BinaryReader reader)
    {
        var words = new string[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
            words[i] = reader.ReadString();
        return words;
    }

    private static void WriteWords(BinaryWriter writer, IReadOnlyList<string> words)
    {
        writer.Write(words.Count);
        foreach (var word in words)
            writer.Write(word);
    }

    private static T[] ReadNumbers<T>(BinaryReader reader) where T : unmanaged
    {
        var numbers = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private static void WriteNumbers<T>(BinaryWriter writer, T[] numbers) where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }
}
