using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SupportAgents.Api.Tests.Fixtures;

namespace SupportAgents.Api.Tests.Knowledge;

public sealed class KnowledgeTests(GatewayFixture fixture) : GatewayTest(fixture)
{
    [Fact]
    public async Task Raw_body_is_taken_with_its_type_and_particulars()
    {
        var id = CustomerId;
        var response = await Staff.PostAsync($"/v1/knowledge/documents?id={id}&title=Kettle&kind=manual&productId=p1", new StringContent("# Hi", Encoding.UTF8, "text/markdown"));

        var document = await Json(response, HttpStatusCode.Created);
        Assert.Equal("text/markdown:# Hi", document.GetProperty("body").GetString());
        Assert.Equal("manual", document.GetProperty("kind").GetString());
        Assert.Equal($"/v1/knowledge/documents/{id}", response.Headers.Location?.ToString());
        Assert.Equal("Kettle", (await Json(await Staff.GetAsync($"/v1/knowledge/documents/{id}"))).GetProperty("title").GetString());
        Assert.Contains(id, (await Json(await Staff.GetAsync("/v1/knowledge/documents"))).GetRawText());
        Assert.Equal(HttpStatusCode.NoContent, (await Staff.DeleteAsync($"/v1/knowledge/documents/{id}")).StatusCode);
        await Problem(await Staff.GetAsync($"/v1/knowledge/documents/{id}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Form_file_without_a_known_type_is_told_by_its_name()
    {
        using var form = Form("guide.md", "application/octet-stream", "words");
        form.Add(new StringContent(CustomerId), "id");

        var document = await Json(await Staff.PostAsync("/v1/knowledge/documents", form), HttpStatusCode.Created);

        Assert.Equal("text/markdown:words", document.GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("virus.exe", "application/octet-stream", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("empty.md", "text/markdown", "", HttpStatusCode.BadRequest)]
    public async Task Unreadable_file_is_refused(string name, string type, string content, HttpStatusCode status)
    {
        using var form = Form(name, type, content);

        await Problem(await Staff.PostAsync("/v1/knowledge/documents", form), status);
    }

    [Fact]
    public async Task Form_without_a_file_is_400()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "id" } };

        await Problem(await Staff.PostAsync("/v1/knowledge/documents", form), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Json_is_no_document() =>
        await Problem(await Staff.PostAsync("/v1/knowledge/documents", new StringContent("{}", Encoding.UTF8, "application/json")), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Unknown_kind_is_400() =>
        await Problem(await Staff.PostAsync("/v1/knowledge/documents?kind=novel", new StringContent("x", Encoding.UTF8, "text/plain")), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Upload_may_be_larger_than_other_bodies() =>
        await Json(await Staff.PostAsync($"/v1/knowledge/documents?id={CustomerId}", new StringContent(new string('x', 1_000_000), Encoding.UTF8, "text/plain")), HttpStatusCode.Created);

    [Fact]
    public async Task Search_passes_every_particular()
    {
        var hit = (await Json(await Staff.GetAsync("/v1/knowledge/search?q=kettle&productId=p1&kind=faq&limit=50"))).GetProperty("items")[0];

        Assert.Equal("kettle", hit.GetProperty("title").GetString());
        Assert.Equal("p1", hit.GetProperty("productId").GetString());
        Assert.Equal("Faq > 50", hit.GetProperty("section").GetString());
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("q=x&limit=51")]
    [InlineData("q=x&limit=0")]
    [InlineData("q=x&limit=many")]
    [InlineData("q=x&kind=novel")]
    public async Task Malformed_search_is_400(string query) =>
        await Problem(await Staff.GetAsync($"/v1/knowledge/search?{query}"), HttpStatusCode.BadRequest);

    private static MultipartFormDataContent Form(string name, string type, string content)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new MultipartFormDataContent { { file, "file", name } };
    }
}
