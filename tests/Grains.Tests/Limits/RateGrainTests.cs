using Microsoft.Extensions.Time.Testing;
using SupportAgents.Grains.Limits;
using SupportAgents.Limits;

namespace SupportAgents.Grains.Tests.Limits;

public sealed class RateGrainTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RateGrain _grain;

    public RateGrainTests() => _grain = new RateGrain(_time);

    [Fact]
    public async Task A_new_bucket_is_full_and_gives_no_more_than_it_holds()
    {
        var bucket = new RateBucket(5, 1);
        Assert.Equal(3, (await _grain.Take(3, bucket)).Tokens);
        Assert.Equal(2, (await _grain.Take(3, bucket)).Tokens);
        Assert.Equal(0, (await _grain.Take(1, bucket)).Tokens);
    }

    [Fact]
    public async Task An_empty_bucket_says_when_it_has_a_token_again_and_then_has_it()
    {
        var bucket = new RateBucket(1, 0.5);
        await _grain.Take(1, bucket);
        _time.Advance(TimeSpan.FromSeconds(0.5));

        var refused = await _grain.Take(1, bucket);
        Assert.Equal((0, TimeSpan.FromSeconds(1.5)), (refused.Tokens, refused.Wait));

        _time.Advance(refused.Wait);
        Assert.Equal(1, (await _grain.Take(1, bucket)).Tokens);
    }

    [Fact]
    public async Task An_idle_bucket_is_never_more_than_full()
    {
        var bucket = new RateBucket(4, 100);
        await _grain.Take(1, bucket);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(4, (await _grain.Take(10, bucket)).Tokens);
    }
}
