using SupportAgents.Silo.Understanding.Classification;

namespace SupportAgents.Silo.Tests.Understanding;

public sealed class ModelFileTests(UnderstandingFixture understanding) : IClassFixture<UnderstandingFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("support-model-");

    private string File => Path.Combine(_folder.FullName, "understanding.model");

    [Fact]
    public void A_model_that_was_written_is_read_as_it_was()
    {
        ModelFile.Write(File, understanding.Classifier);

        var read = ModelFile.Read(File);

        Assert.NotNull(read);
        Assert.Equal(understanding.Classifier.Labels, read.Labels);
        Assert.Equal(understanding.Classifier.Vocabulary.Words, read.Vocabulary.Words);
        Assert.Equal(understanding.Classifier.Model.Temperature, read.Model.Temperature);
        Assert.Equal(understanding.Classifier.Model.Weights, read.Model.Weights);
        Assert.Equal(understanding.Classifier.Borders, read.Borders);
    }

    [Fact]
    public void No_file_is_no_model() => Assert.Null(ModelFile.Read(File));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    public void A_file_that_is_cut_short_is_no_model(int length)
    {
        ModelFile.Write(File, understanding.Classifier);
        using (var file = System.IO.File.OpenWrite(File))
            file.SetLength(length);

        Assert.Null(ModelFile.Read(File));
    }

    [Fact]
    public void A_file_in_which_a_bit_is_changed_is_no_model()
    {
        ModelFile.Write(File, understanding.Classifier);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[bytes.Length / 2] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.Null(ModelFile.Read(File));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
