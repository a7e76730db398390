using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace SupportAgents.Api.Limits;

/// <summary>Refuses bodies that are larger than the route allows, before they are read.</summary>
public static class BodyLimit
{
    /// <summary>Holds requests to <see cref="LimitOptions.BodyBytes"/>, or to the route's own limit.</summary>
    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value;
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<LargeBody>() is null ? limits.BodyBytes : limits.UploadBytes;
        if (context.Request.ContentLength > limit)
            throw new BadHttpRequestException($"The body is larger than {limit} bytes.", StatusCodes.Status413PayloadTooLarge);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = limit;
        return next(context);
    });
}

/// <summary>Marks a route that takes uploads: <see cref="LimitOptions.UploadBytes"/> holds there.</summary>
public sealed class LargeBody;
