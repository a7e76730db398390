using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SupportAgents.Failures;
using SupportAgents.Grains.Conversations;
using SupportAgents.Grains.Stores;
using SupportAgents.SignIn;

namespace SupportAgents.Grains.SignIn;

/// <inheritdoc cref="ISignInGrain"/>
public sealed class SignInGrain(
    ICustomerStore customers,
    ICodeMail mail,
    IOptions<SignInOptions> options,
    TimeProvider time,
    [PersistentState("sign-in", ConversationGrain.SnapshotStorage)] IPersistentState<SignInState> state) : Grain, ISignInGrain
{
    private const int Digits = 6;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task SendCode(string email, CancellationToken cancellationToken = default)
    {
        if (ISignInGrain.KeyOf(email) != this.GetPrimaryKeyString())
            throw new SupportException(FailureKind.Invalid, "the address does not belong to the key");
        var now = time.GetUtcNow();
        var asked = state.State.Asked.Where(at => at > now - Hour).ToList();
        if (asked.Count >= options.Value.CodesPerHour)
            return;
        // An address that nobody has costs the same look-up and the same write: the time tells nothing.
        var customer = await customers.FindByEmail(email.Trim(), cancellationToken);
        var code = RandomNumberGenerator.GetInt32((int)Math.Pow(10, Digits)).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        var salt = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        state.State = new SignInState
        {
            Asked = [.. asked, now],
            CustomerId = customer?.Id,
            Salt = salt,
            CodeHash = Hash(salt, code),
            ExpiresAt = now + options.Value.CodeLifetime,
        };
        await state.WriteStateAsync(cancellationToken);
        if (customer is not null)
            mail.Send(customer.Email, customer.FirstName, code, options.Value.CodeLifetime);
    }

    /// <inheritdoc/>
    public async Task<string?> Redeem(string code, CancellationToken cancellationToken = default)
    {
        var held = state.State;
        if (held.CodeHash is null || held.ExpiresAt <= time.GetUtcNow() || held.WrongTries >= options.Value.Tries)
            return null;
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(held.CodeHash), Encoding.UTF8.GetBytes(Hash(held.Salt!, code.Trim())));
        // Written before it is answered: a code works once and a try counts, whatever happens to the answer.
        state.State = isRight && held.CustomerId is not null ? new SignInState { Asked = held.Asked } : held with { WrongTries = held.WrongTries + 1 };
        await state.WriteStateAsync(cancellationToken);
        return isRight ? held.CustomerId : null;
    }

    /// <inheritdoc/>
    public Task Forget(CancellationToken cancellationToken = default) => state.ClearStateAsync(cancellationToken);

    private static string Hash(string salt, string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{code}")));
}
