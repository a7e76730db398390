using SupportAgents.Failures;
using SupportAgents.Grains.SignIn;
using SupportAgents.Grains.Tests.Cluster;
using SupportAgents.Shop;
using SupportAgents.SignIn;

namespace SupportAgents.Grains.Tests.SignIn;

[Collection(DeskCollection.Name)]
public sealed class SignInGrainTests(DeskCluster cluster)
{
    private readonly SignInOptions _limits = new();

    [Fact]
    public async Task A_code_that_was_sent_tells_the_account_once()
    {
        var (customer, grain) = Account();
        await grain.SendCode(customer.Email.ToUpperInvariant());
        var code = cluster.Mail.CodeFor(customer.Email)!;

        Assert.Matches("^[0-9]{6}$", code);
        Assert.Equal(customer.Id, await grain.Redeem($" {code} "));
        Assert.Null(await grain.Redeem(code));
    }

    [Fact]
    public async Task An_address_without_an_account_gets_no_mail_and_no_code_of_its_works()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var grain = Grain(email);
        await grain.SendCode(email);

        Assert.Null(cluster.Mail.CodeFor(email));
        Assert.Null(await grain.Redeem("000000"));
    }

    [Fact]
    public async Task A_code_is_void_after_too_many_wrong_tries()
    {
        var (customer, grain) = Account();
        await grain.SendCode(customer.Email);
        var code = cluster.Mail.CodeFor(customer.Email)!;
        for (var i = 0; i < _limits.Tries; i++)
            Assert.Null(await grain.Redeem(code == "000000" ? "000001" : "000000"));

        Assert.Null(await grain.Redeem(code));
    }

    [Fact]
    public async Task A_code_expires_and_a_new_one_replaces_the_old()
    {
        var (customer, grain) = Account();
        await grain.SendCode(customer.Email);
        var first = cluster.Mail.CodeFor(customer.Email)!;
        cluster.Time.Advance(_limits.CodeLifetime);
        Assert.Null(await grain.Redeem(first));

        await grain.SendCode(customer.Email);
        var second = cluster.Mail.CodeFor(customer.Email)!;
        if (first != second)
            Assert.Null(await grain.Redeem(first));
        Assert.Equal(customer.Id, await grain.Redeem(second));
    }

    [Fact]
    public async Task More_codes_than_an_hour_allows_are_not_sent()
    {
        var (customer, grain) = Account();
        for (var i = 0; i < _limits.CodesPerHour + 4; i++)
            await grain.SendCode(customer.Email);
        Assert.Equal(_limits.CodesPerHour, cluster.Mail.CountFor(customer.Email));

        cluster.Time.Advance(TimeSpan.FromHours(1));
        await grain.SendCode(customer.Email);
        Assert.Equal(_limits.CodesPerHour + 1, cluster.Mail.CountFor(customer.Email));
    }

    [Fact]
    public async Task A_key_serves_its_own_address_only() =>
        Assert.Equal(FailureKind.Invalid, (await Assert.ThrowsAsync<SupportException>(() => Grain("a@example.org").SendCode("b@example.org"))).Kind);

    private (Customer Customer, ISignInGrain Grain) Account()
    {
        var customer = TestShop.Customer() with { Email = $"{Guid.NewGuid():N}@example.org" };
        cluster.Shop.Add(customer);
        return (customer, Grain(customer.Email));
    }

    private ISignInGrain Grain(string email) => cluster.Grains.GetGrain<ISignInGrain>(ISignInGrain.KeyOf(email));
}
