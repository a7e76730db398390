using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace SupportAgents.Api.Auth;

/// <summary>Bearer tokens and what their roles may do.</summary>
public static class TokenAuthentication
{
    /// <summary>Adds JWT verification and the policies of <see cref="Policies"/>. A host without any key does not start.</summary>
    public static IServiceCollection AddTokenAuthentication(this IServiceCollection services)
    {
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section);
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, ConfigureJwtBearer>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).ValidateOnStart();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddAuthorization(Policies.Configure);
        services.AddSingleton<VisitorTokens>();
        return services;
    }

    private sealed class ConfigureJwtBearer(IOptions<AuthOptions> options, IConfiguration configuration)
        : IConfigureNamedOptions<JwtBearerOptions>
    {
        private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

        public void Configure(string? name, JwtBearerOptions bearer)
        {
            var auth = options.Value;
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = auth.Audience,
                ValidIssuer = string.IsNullOrWhiteSpace(auth.Issuer) ? null : auth.Issuer,
                NameClaimType = Claims.Subject,
                RoleClaimType = Claims.Role,
                ClockSkew = ClockSkew,
            };
            if (!string.IsNullOrWhiteSpace(auth.Authority))
            {
                bearer.Authority = auth.Authority;
                // A provider on the same machine is reached without TLS: nobody is in between.
                bearer.RequireHttpsMetadata = !(Uri.TryCreate(auth.Authority, UriKind.Absolute, out var authority) && authority.IsLoopback);
                // With a key of its own beside it the gateway serves visitors and codes, and takes the tokens that it made for them.
                if (string.IsNullOrWhiteSpace(auth.SigningKey))
                    return;
                bearer.TokenValidationParameters.ValidIssuers = [AuthOptions.DefaultName];
                bearer.TokenValidationParameters.IssuerSigningKey = SigningKeys.Find(auth, configuration);
                return;
            }
            bearer.TokenValidationParameters.ValidIssuer ??= AuthOptions.DefaultName;
            bearer.TokenValidationParameters.ValidIssuers = [AuthOptions.DefaultName];
            bearer.TokenValidationParameters.IssuerSigningKey = SigningKeys.Find(auth, configuration);
            bearer.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
        }

        public void Configure(JwtBearerOptions bearer) => Configure(Options.DefaultName, bearer);
    }
}
